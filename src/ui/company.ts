import { listen } from '../lib/listen.js';
import type { PlayerElement } from './player-element.js';

/** The players of this page. They know of each other in this script's memory alone: no storage, no channel to other pages. */
const company = new Set<PlayerElement>();

/** Makes a player one of the page's; while an `exclusive` one plays, it is the only one that does. */
export function joinCompany(player: PlayerElement, signal: AbortSignal): void {
  company.add(player);
  signal.addEventListener('abort', () => company.delete(player), { once: true });
  const silenceOthers = () => {
    for (const other of company) if (other !== player && (player.exclusive || other.exclusive) && !other.paused) other.pause();
  };
  listen(player.video, 'play', silenceOthers, signal);
}

/** Whether it is the only player of the page. */
export const isAlone = (player: PlayerElement): boolean => company.size === 1 && company.has(player);
