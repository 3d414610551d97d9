import { initialState } from '../media/index.js';
import type { JetPlayer } from './jet-player.js';

/** Whether the player is the compact bar: the page says so, or there is no picture. */
export const isSoundOnly = ({ audio, player }: JetPlayer): boolean => audio || (player?.state.current ?? initialState).picture.absent;
