/** When the first byte is fetched: at once, when the player is seen, or when the viewer wants to play. */
export const loadings = ['eager', 'visible', 'play'] as const;
export type Loading = (typeof loadings)[number];

interface WaitingOptions {
  readonly host: Element;
  readonly video: HTMLVideoElement;
  /** The video is wanted. */
  begin(): void;
  readonly signal: AbortSignal;
}

/** Waits until the video is wanted, in the way that the markup says; another way takes the place of the last. */
export class Waiting {
  readonly #options: WaitingOptions;
  #way: Loading | undefined;
  #life = new AbortController();

  constructor(options: WaitingOptions) {
    this.#options = options;
  }

  /** How to wait was said. */
  get told(): boolean {
    return this.#way !== undefined;
  }

  /** Waits in this way from now on; false where it does so already. Playing always means that the video is wanted. */
  heed(way: Loading): boolean {
    if (way === this.#way) return false;
    this.#way = way;
    this.#life.abort();
    this.#life = new AbortController();
    const { host, video, begin } = this.#options;
    const signal = AbortSignal.any([this.#life.signal, this.#options.signal]);
    if (way === 'eager') begin();
    else video.addEventListener('play', begin, { once: true, signal });
    if (way === 'visible') whenSeen(host, begin, signal);
    return true;
  }
}

/** Calls `begin` once, when the element is seen. */
function whenSeen(host: Element, begin: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    begin();
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
