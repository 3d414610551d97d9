import { listen } from '../lib/listen.js';
import type { JetPlayer } from '../ui/jet-player.js';

/** A video of the playlist, at a URL that the guard has admitted. */
interface PlaylistEntry {
  readonly href: string;
  readonly title: string;
  readonly type?: string;
  /** Attributes of the player that only this video has, as a playlist's link writes them: `startTime`. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Adds a playlist to the frame. It has no link on the page; the player shows its entries. Nothing of a further video is requested. */
export function addPlaylist(
  element: JetPlayer,
  playlistEntries: readonly [PlaylistEntry, ...PlaylistEntry[]],
  autonext: boolean,
  signal: AbortSignal
): void {
  const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'player', autonext, hidden: true });
  element.id = 'player';
  for (const { href, title, type = '', data } of playlistEntries) {
    const link = Object.assign(document.createElement('a'), { href, textContent: title, type });
    Object.assign(link.dataset, data);
    playlist.append(link);
  }
  element.after(playlist);
  const [{ href: firstUrl }] = playlistEntries;
  const tracks = [...element.querySelectorAll('track')];
  const onSource = () => {
    document.title = element.titleText;
    // The captions and the poster in the frame's URL belong to the first video.
    if (element.src === firstUrl) element.append(...tracks);
    else for (const track of tracks) track.remove();
    if (element.src !== firstUrl) element.video.removeAttribute('poster');
  };
  listen(element, 'jet-source-change', onSource, signal);
}
