import { toPlayerError } from '../media/error.js';
import type { JetPlayer } from '../ui/jet-player.js';
import { allowedUrl, allowedSource, type UrlAdmission } from './allowed-source.js';
import type { Parameters } from './parameters.js';
import { addPlaylist } from './playlist.js';
import type { Publisher } from './publisher.js';

/** Logs a parameter that was ignored, with the reason, in the console. */
const warnIgnored = (name: string, reason: string): void => console.warn(`jet-player embed: ignored "${name}": ${reason}.`);

/** Fetches the poster through the guard immediately, because it is all that an embed shows before the viewer presses play. */
async function showPoster({ player, video }: JetPlayer, url: URL, signal: AbortSignal): Promise<void> {
  try {
    const response = await player!.session.guard.fetch(url, 'image', { signal });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('image/')) throw new TypeError('the response is not an image');
    const poster = URL.createObjectURL(await response.blob());
    video.poster = poster;
    signal.addEventListener('abort', () => URL.revokeObjectURL(poster), { once: true });
  } catch {
    if (!signal.aborted) warnIgnored('poster', 'it could not be fetched');
  }
}

/**
 * Applies the parameters in the frame's URL to a player that already has the publisher's attributes.
 * @throws PlayerError when the parameters name no source, or one that the publisher does not allow
 */
export function configurePlayer(element: JetPlayer, publisher: Publisher, parameters: Parameters, signal: AbortSignal): void {
  const { player } = element;
  const admission: UrlAdmission = {
    base: new URL(document.baseURI),
    admit: (url) => player!.session.guard.admit(url, 'manifest'),
    mayPlayOwnOrigin: publisher.mayPlayOwnOrigin
  };
  const source = allowedSource(parameters.sources, admission);
  for (const { name, reason } of parameters.problems) warnIgnored(name, reason);

  const publisherLabel = element.getAttribute('ai-label');
  for (const [name, value] of parameters.attributes) {
    if (name === 'withdrawn') element.withdrawn += ` ${value}`;
    else if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  // The URL of a frame comes from any page, and must not weaken what the publisher says about the media.
  if (publisherLabel !== null) element.setAttribute('ai-label', publisherLabel);
  const admitUrl = (name: string, url: string): URL | undefined => {
    try {
      return allowedUrl(url, admission);
    } catch (error) {
      warnIgnored(name, `its URL is refused (${toPlayerError(error).code})`);
      return undefined;
    }
  };
  for (const { srclang, src } of parameters.tracks) {
    const url = admitUrl('track', src);
    const label = new Intl.DisplayNames([srclang], { type: 'language' }).of(srclang) ?? srclang;
    if (url) element.append(Object.assign(document.createElement('track'), { kind: 'captions', srclang, label, src: url.href }));
  }
  for (const [name, text] of parameters.urls) {
    const url = admitUrl(name, text);
    if (!url) continue;
    if (name === 'poster') void showPoster(element, url, signal);
    else element.setAttribute(name, url.href);
  }
  const furtherItems = parameters.playlist.flatMap(({ src, title }) => {
    const url = admitUrl('playlist', src);
    return url ? [{ href: url.href, title }] : [];
  });
  if (furtherItems.length > 0) {
    // The first entry's link has these attributes as `data-*`, so that they do not apply to the other entries.
    const playlistLinkDataKeys = { chapters: 'chapters', thumbnails: 'thumbnails', 'start-time': 'startTime', 'end-time': 'endTime' };
    const playlistLinkData = Object.entries(playlistLinkDataKeys).flatMap(([name, key]) =>
      element.hasAttribute(name) ? [[key, element.getAttribute(name)!]] : []
    );
    const title = element.titleText || source.pathname.split('/').at(-1)!;
    const data = Object.fromEntries(playlistLinkData) as Record<string, string>;
    const firstItem = { href: source.href, title, type: element.type, data };
    // A flag that is on has an empty value, as a Boolean attribute does.
    const isAutonextOn = parameters.selections.get('autonext') === '';
    addPlaylist(element, [firstItem, ...furtherItems], isAutonextOn, signal);
  }
  const { titleText } = element;
  if (titleText) document.title = titleText;
  element.src = source.href;
  // With `autoplay` in the frame's URL, playback starts immediately; otherwise it waits for the viewer.
  if (element.autoplay) void element.play().catch(() => undefined);
}
