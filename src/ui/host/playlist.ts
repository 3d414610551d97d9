/** The playlist that a player plays, as the interface uses it. */
export interface Playlist {
  /** The titles of the entries, in order. */
  readonly titles: readonly string[];
  /** The index of the current entry, or -1. */
  readonly current: number;
  /** The seconds until the next entry starts by itself; undefined while none is about to. */
  readonly startsIn: number | undefined;
  /** Whether the viewer kept the next entry from starting. */
  readonly cancelled: boolean;
  /** Plays an entry by its index. */
  choose(index: number): void;
  /** Plays the next entry; returns false when the current one is the last. */
  next(): boolean;
  previous(): boolean;
  /** Keeps the next entry from starting by itself. */
  cancel(): void;
}

const playlists = new WeakMap<object, Playlist>();

/** Returns the playlist of a player; undefined when there is none, or it has only one entry. */
export const playlistOf = (player: object): Playlist | undefined => playlists.get(player);

const playersWithoutAutonext = new WeakSet<object>();

/** Prevents or allows that the playlist of a player plays its next entry by itself. The sleep timer prevents it. */
export function setAutonextPrevented(player: object, isPrevented: boolean): void {
  if (isPrevented) playersWithoutAutonext.add(player);
  else playersWithoutAutonext.delete(player);
}

export const isAutonextPrevented = (player: object): boolean => playersWithoutAutonext.has(player);

/** Sets or removes the playlist of a player. */
export function setPlaylist(player: object, playlist: Playlist | undefined): void {
  if (playlist) playlists.set(player, playlist);
  else playlists.delete(player);
}
