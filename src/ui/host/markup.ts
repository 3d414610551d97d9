import type { SourceInput } from '../../media/index.js';

const movedAttributes = ['src', 'poster', 'autoplay', 'muted', 'loop', 'preload', 'playsinline', 'crossorigin'];

/**
 * Adopts a fallback `<video>` child: moves its attributes to the player, unless the player has its own, pauses it and removes its
 * source. The element stays in the DOM, because the page's framework may remove it later.
 */
export function adoptFallbackVideo(host: HTMLElement): void {
  const video = host.querySelector<HTMLVideoElement>(':scope > video');
  if (!video) return;
  for (const name of movedAttributes) {
    const value = video.getAttribute(name);
    if (value !== null && !host.hasAttribute(name)) host.setAttribute(name, value);
  }
  if (!video.hasAttribute('src') && !video.autoplay && video.preload === 'none') return;
  for (const name of ['src', 'autoplay', 'poster']) video.removeAttribute(name);
  video.preload = 'none';
  video.pause();
  video.load();
}

/** Returns the sources of the markup, in order of preference: the `src` attribute, else the `<source>` children. */
export function sourcesOf(host: HTMLElement): SourceInput[] {
  const src = host.getAttribute('src');
  if (src !== null) return [{ src, type: host.getAttribute('type') ?? '' }];
  const children = host.querySelectorAll<HTMLSourceElement>(':scope > source, :scope > video > source');
  return [...children].map(({ src, type }) => ({ src, type }));
}

/** Returns the `<track>` children. */
export const tracksOf = (host: HTMLElement): HTMLTrackElement[] => [
  ...host.querySelectorAll<HTMLTrackElement>(':scope > track, :scope > video > track')
];

/** Calls `listener` when the `<source>` and `<track>` children of `host` may have changed, until `signal` aborts. */
export function watchMarkup(host: HTMLElement, listener: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(listener);
  const attributeFilter = ['src', 'type', 'kind', 'srclang', 'label', 'default'];
  observer.observe(host, { childList: true, subtree: true, attributes: true, attributeFilter });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Returns the stream type that the page declares before the manifest is read. */
export function streamTypeOf(host: HTMLElement): 'live' | 'on-demand' | undefined {
  const streamType = host.getAttribute('stream-type');
  return streamType === 'live' || streamType === 'on-demand' ? streamType : undefined;
}
