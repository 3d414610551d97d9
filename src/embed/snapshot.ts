import { initialState } from '../media/index.js';
import type { JetPlayer } from '../ui/jet-player.js';
import type { EmbedChoice, EmbedState } from './protocol.js';

const choiceOf = ({ id, label, language }: EmbedChoice): EmbedChoice => ({ id, label, language });

/** Returns the state that the parent page receives. Every member is listed, so that new ones are not exposed unintentionally. */
export function snapshot(element: JetPlayer): EmbedState {
  const { quality, audio, captions, live, source } = element.player?.state.current ?? initialState;
  return {
    paused: element.paused,
    ended: element.ended,
    seeking: element.seeking,
    muted: element.muted,
    loop: element.loop,
    currentTime: element.currentTime,
    duration: element.duration,
    volume: element.volume,
    playbackRate: element.playbackRate,
    streamType: live.streamType,
    renditions: quality.renditions.map(({ id, height }) => ({ id, height, label: height ? `${height}p` : id })),
    rendition: quality.choice,
    audioTracks: audio.tracks.map(choiceOf),
    audioTrack: audio.choice,
    captionTracks: captions.tracks.map(choiceOf),
    captions: captions.choice,
    error: source.error?.code ?? null
  };
}
