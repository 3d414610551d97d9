import { listen } from '../../lib/listen.js';

/** The part of a player that the other players of the page use. */
interface PagePlayer {
  readonly video: HTMLVideoElement;
  /** While it plays, the other players of the page are paused. */
  readonly exclusive: boolean;
  readonly paused: boolean;
  pause(): void;
}

/** The players of this page. The set exists only in this script's memory: no storage, no channel to other pages. */
const players = new Set<PagePlayer>();

/** Registers a player of the page until `signal` aborts. When an `exclusive` player is involved, starting one pauses the other. */
export function enforceExclusivePlayback(player: PagePlayer, signal: AbortSignal): void {
  players.add(player);
  signal.addEventListener('abort', () => players.delete(player), { once: true });
  const pauseOthers = () => {
    for (const other of players) if (other !== player && (player.exclusive || other.exclusive) && !other.paused) other.pause();
  };
  listen(player.video, 'play', pauseOthers, signal);
}

/** Whether `player` is the only player of the page. */
export const isOnlyPlayer = (player: PagePlayer): boolean => players.size === 1 && players.has(player);
