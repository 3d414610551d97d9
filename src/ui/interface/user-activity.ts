import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without user activity after which the controls are hidden. */
const hideDelay = 2500;

interface ActivityOptions {
  /** Whether the video plays; otherwise the controls stay. */
  playing(): boolean;
  /** Whether something keeps the controls visible: an open menu or panel, or the keyboard focus on a control. */
  held(): boolean;
}

/** Tracks whether the controls are visible. They are hidden during playback without user activity; a timer runs only during playback. */
export class UserActivity implements ReactiveController {
  active = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ActivityOptions;
  #life: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ActivityOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#life = new AbortController());
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
      this.#host.addEventListener(type, () => this.wake(), { signal });
    this.#host.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && this.rest(), { signal });
  }

  hostDisconnected(): void {
    this.#life?.abort();
    this.#disarm();
  }

  hostUpdate(): void {
    if (this.#options.playing()) {
      if (this.active) this.#arm(hideDelay);
      return;
    }
    // When playback stops for any reason, the controls are shown.
    this.#disarm();
    this.active = true;
    this.#last = performance.now();
  }

  /** Shows the controls after user activity. */
  wake(): void {
    this.#last = performance.now();
    if (this.active) return;
    this.active = true;
    this.#host.requestUpdate();
  }

  /** Hides the controls, unless something keeps them visible. */
  rest(): void {
    if (!this.active || !this.#options.playing() || this.#options.held()) return;
    this.active = false;
    this.#disarm();
    this.#host.requestUpdate();
  }

  #arm(time: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const left = this.#last + hideDelay - performance.now();
      if (left > 0) this.#arm(left);
      else if (this.#options.held()) this.#arm(hideDelay);
      else this.rest();
    }, time);
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
