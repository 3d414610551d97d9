import type { SourceInput } from '../media/index.js';

const moved = ['src', 'poster', 'autoplay', 'muted', 'loop', 'preload', 'playsinline', 'crossorigin'];

/**
 * Takes over a fallback `<video>` child: its attributes go to the player, unless the player has its own, and it is silenced and
 * emptied. It stays where it is, for the page's framework may want to remove it by itself.
 */
export function adopt(host: HTMLElement): void {
  const video = host.querySelector<HTMLVideoElement>(':scope > video');
  if (!video) return;
  for (const name of moved) {
    const value = video.getAttribute(name);
    if (value !== null && !host.hasAttribute(name)) host.setAttribute(name, value);
  }
  if (!video.hasAttribute('src') && !video.autoplay && video.preload === 'none') return;
  for (const name of ['src', 'autoplay', 'poster']) video.removeAttribute(name);
  video.preload = 'none';
  video.pause();
  video.load();
}

/** The sources that the page wrote, best first: the `src` attribute, else the `<source>` children. */
export function sourcesOf(host: HTMLElement): SourceInput[] {
  const src = host.getAttribute('src');
  if (src !== null) return [{ src, type: host.getAttribute('type') ?? '' }];
  const children = host.querySelectorAll<HTMLSourceElement>(':scope > source, :scope > video > source');
  return [...children].map(({ src, type }) => ({ src, type }));
}

/** The `<track>` children. */
export const tracksOf = (host: HTMLElement): HTMLTrackElement[] => [
  ...host.querySelectorAll<HTMLTrackElement>(':scope > track, :scope > video > track')
];

/** Calls `listener` when the children of `host` change in a way that matters here. */
export function watchMarkup(host: HTMLElement, listener: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(listener);
  const attributeFilter = ['src', 'type', 'kind', 'srclang', 'label', 'default'];
  observer.observe(host, { childList: true, subtree: true, attributes: true, attributeFilter });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** What the page says about the stream, before the manifest does. */
export function streamTypeOf(host: HTMLElement): 'live' | 'on-demand' | undefined {
  const written = host.getAttribute('stream-type');
  return written === 'live' || written === 'on-demand' ? written : undefined;
}
