import { listen } from '../../lib/listen.js';
import { otherPlayersOnPage, type PagePlayer } from './page-players.js';

/** Pauses the other players of the page when a player starts and it, or the other one, is `exclusive`; until `signal` aborts. */
export function enforceExclusivePlayback(player: PagePlayer, signal: AbortSignal): void {
  const pauseOthers = () => {
    for (const other of otherPlayersOnPage(player)) if ((player.exclusive || other.exclusive) && !other.paused) other.pause();
  };
  listen(player.video, 'play', pauseOthers, signal);
}
