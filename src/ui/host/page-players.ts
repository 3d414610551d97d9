/** A player, as the other players of the page use it. */
export interface PagePlayer {
  readonly video: HTMLVideoElement;
  /** While it plays, the other players of the page are paused. */
  readonly exclusive: boolean;
  readonly paused: boolean;
  pause(): void;
}

/** The players of this page. The set exists only in this script's memory: no storage, no channel to other pages. */
const players = new Set<PagePlayer>();

/** Adds a player to those of the page, until `signal` aborts. */
export function addToPagePlayers(player: PagePlayer, signal: AbortSignal): void {
  players.add(player);
  signal.addEventListener('abort', () => players.delete(player), { once: true });
}

/** Returns the other players of the page. */
export const otherPlayersOnPage = (player: PagePlayer): PagePlayer[] => [...players].filter((other) => other !== player);

/** Whether `player` is the only player on the page. */
export const isOnlyPlayerOnPage = (player: object): boolean => players.size === 1 && (players as ReadonlySet<object>).has(player);
