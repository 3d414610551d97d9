import { initialState, type Player } from '../../media/index.js';

interface Host {
  readonly audio: boolean;
  readonly player: Player | undefined;
}

/** Whether the player is the compact bar: because the page sets `audio`, or because the source has no video. */
export const isAudioOnly = ({ audio, player }: Host): boolean => audio || (player?.state.current ?? initialState).content.audioOnly;
