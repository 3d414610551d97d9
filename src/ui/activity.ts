import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a sign of the viewer after which the controls go. */
const patience = 2500;

interface ActivityOptions {
  /** The controls stay for as long as nothing moves on the screen. */
  playing(): boolean;
  /** Something keeps the controls: an open menu or panel, or the keyboard's focus on one of them. */
  held(): boolean;
}

/** Whether the controls are to be seen. They are, unless it plays and the viewer has been still; a timer runs only then. */
export class Activity implements ReactiveController {
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
      if (this.active) this.#arm(patience);
      return;
    }
    // Whatever stops the playing brings the controls back.
    this.#disarm();
    this.active = true;
    this.#last = performance.now();
  }

  /** The viewer is there. */
  wake(): void {
    this.#last = performance.now();
    if (this.active) return;
    this.active = true;
    this.#host.requestUpdate();
  }

  /** The viewer has done with the controls, unless something holds them. */
  rest(): void {
    if (!this.active || !this.#options.playing() || this.#options.held()) return;
    this.active = false;
    this.#disarm();
    this.#host.requestUpdate();
  }

  #arm(time: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const left = this.#last + patience - performance.now();
      if (left > 0) this.#arm(left);
      else if (this.#options.held()) this.#arm(patience);
      else this.rest();
    }, time);
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
