/** When the first byte is fetched: at once, when the player is seen, or when the viewer wants to play. */
export const loadings = ['eager', 'visible', 'play'] as const;
export type Loading = (typeof loadings)[number];

/** Calls `begin` once, when the video is wanted. Playing always means that it is. */
export function whenWanted(loading: Loading, host: Element, video: HTMLVideoElement, begin: () => void, signal: AbortSignal): void {
  if (loading === 'eager') return begin();
  video.addEventListener('play', begin, { once: true, signal });
  if (loading === 'play') return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    begin();
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
