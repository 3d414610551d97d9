/** When the first byte is fetched (attribute `load`): at once, when the player becomes visible, or when playback is requested. */
export const loadModes = ['eager', 'visible', 'play'] as const;
export type LoadMode = (typeof loadModes)[number];

interface LoadTriggerOptions {
  readonly host: Element;
  readonly video: HTMLVideoElement;
  /** Returns the mode that applies now. */
  mode(): LoadMode;
  /** Called when it is time to load. */
  onTimeToLoad(): void;
  readonly signal: AbortSignal;
}

/** Decides when sources may load: at the time that the mode specifies, and from the first load on always. */
export class LoadTrigger {
  readonly #options: LoadTriggerOptions;
  /** The mode that was applied last. */
  #mode: LoadMode | undefined;
  #modeLifetime = new AbortController();
  /** Whether sources load at once in every mode. */
  #loadsAtOnce = false;

  constructor(options: LoadTriggerOptions) {
    this.#options = options;
  }

  /** Whether sources may load now: they load at once in every mode, or the mode is `eager` and `applyNewMode()` has been called. */
  get mayLoad(): boolean {
    return this.#loadsAtOnce || (this.#mode !== undefined && this.#options.mode() === 'eager');
  }

  /** From now on, changed sources load at once, whatever the mode is. */
  loadAtOnceFromNowOn(): void {
    this.#loadsAtOnce = true;
  }

  /**
   * Applies the mode if it is new, unless sources load at once in every mode; returns whether it did so. In `visible` and `play`, a `play`
   * event is a trigger.
   */
  applyNewMode(): boolean {
    const { host, video, mode: currentMode, onTimeToLoad } = this.#options;
    const mode = currentMode();
    if (this.#loadsAtOnce || mode === this.#mode) return false;
    this.#mode = mode;
    this.#modeLifetime.abort();
    this.#modeLifetime = new AbortController();
    const signal = AbortSignal.any([this.#modeLifetime.signal, this.#options.signal]);
    const trigger = () => {
      // In `eager`, there may be no source yet, and the page may still set another mode.
      if (currentMode() !== 'eager') this.loadAtOnceFromNowOn();
      onTimeToLoad();
    };
    if (mode === 'eager') trigger();
    else video.addEventListener('play', trigger, { once: true, signal });
    if (mode === 'visible') onceVisible(host, trigger, signal);
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
