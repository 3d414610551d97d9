import type { JetPlayer } from '../../src/ui/jet-player.js';

/** Returns the state of the video of a frame. It runs in the frame, so it uses no variable outside this function. */
export const playbackState = () => {
  const player = document.querySelector<JetPlayer>('jet-player');
  const showing = [...(player?.textTracks ?? [])].find(({ mode, kind }) => mode === 'showing' && kind !== 'metadata');
  return {
    time: player?.currentTime ?? -1,
    engine: player?.engine ?? null,
    guardLevel: player?.guardLevel ?? null,
    width: player?.videoWidth ?? 0,
    cues: showing?.cues?.length ?? 0,
    error: player?.player?.state.current.source.error?.code ?? null
  };
};
