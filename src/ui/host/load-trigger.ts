/** When the first byte is fetched (attribute `load`): at once, when the player becomes visible, or when playback is requested. */
export const loadModes = ['eager', 'visible', 'play'] as const;
export type LoadMode = (typeof loadModes)[number];

interface LoadTriggerOptions {
  readonly host: Element;
  readonly video: HTMLVideoElement;
  /** Called when it is time to load. */
  onTrigger(): void;
  readonly signal: AbortSignal;
}

/** Calls `onTrigger` at the time that the mode specifies; a new mode replaces the previous one. */
export class LoadTrigger {
  readonly #options: LoadTriggerOptions;
  #mode: LoadMode | undefined;
  #lifetime = new AbortController();

  constructor(options: LoadTriggerOptions) {
    this.#options = options;
  }

  /** Whether a mode has been set. */
  get isSet(): boolean {
    return this.#mode !== undefined;
  }

  /** Sets the mode, and returns whether it is a new one. In the modes `visible` and `play`, a `play` event is a trigger too. */
  setMode(mode: LoadMode): boolean {
    if (mode === this.#mode) return false;
    this.#mode = mode;
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    const { host, video, onTrigger } = this.#options;
    const signal = AbortSignal.any([this.#lifetime.signal, this.#options.signal]);
    if (mode === 'eager') onTrigger();
    else video.addEventListener('play', onTrigger, { once: true, signal });
    if (mode === 'visible') onceVisible(host, onTrigger, signal);
    return true;
  }
}

/** Calls `onVisible` once, when `host` becomes visible. */
function onceVisible(host: Element, onVisible: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    onVisible();
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
