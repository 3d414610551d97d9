import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without user activity after which the controls are hidden. */
const hideDelay = 2500;

/** Whether an event comes from a control, not from the video. */
const onControl = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.classList.contains('controls'));

interface ActivityOptions {
  /** Whether the video plays; otherwise the controls stay. */
  playing(): boolean;
  /** Whether something keeps the controls visible: an open menu or panel, or the keyboard focus on a control. */
  held(): boolean;
}

/**
 * Tracks whether the controls are visible. They are hidden during playback without user activity, but not while a pointer is down on a
 * control or a mouse rests on one; a timer runs only during playback.
 */
export class UserActivity implements ReactiveController {
  active = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ActivityOptions;
  #lifetime: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  /** Pointers that are down on a control; they may have left it since. */
  readonly #pressed = new Set<number>();
  /** The mouse rests on a control. */
  #mouseOnControl = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ActivityOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#lifetime = new AbortController());
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
      this.#host.addEventListener(type, () => this.show(), { signal });
    for (const type of ['pointerover', 'pointerdown'])
      this.#host.shadowRoot!.addEventListener(type, (event) => this.#onPointer(event as PointerEvent), { signal });
    const leave = ({ pointerType }: PointerEvent) => {
      this.#mouseOnControl = false;
      if (pointerType === 'mouse') this.hide();
    };
    this.#host.addEventListener('pointerleave', leave, { signal });
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
    this.#disarm();
    this.#pressed.clear();
    this.#mouseOnControl = false;
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
  show(): void {
    this.#last = performance.now();
    if (this.active) return;
    this.active = true;
    this.#host.requestUpdate();
  }

  /** Hides the controls, unless something keeps them visible. */
  hide(): void {
    if (!this.active || !this.#options.playing() || this.#keptVisible) return;
    this.active = false;
    this.#disarm();
    this.#host.requestUpdate();
  }

  get #keptVisible(): boolean {
    return this.#pressed.size > 0 || this.#mouseOnControl || this.#options.held();
  }

  #onPointer(event: PointerEvent): void {
    this.#mouseOnControl = event.pointerType === 'mouse' && onControl(event);
    if (event.type !== 'pointerdown' || !onControl(event)) return;
    this.#pressed.add(event.pointerId);
    const released = new AbortController();
    // On the document, because a mouse may be released outside the player.
    const release = ({ pointerId }: PointerEvent) => {
      if (pointerId !== event.pointerId) return;
      released.abort();
      this.#pressed.delete(pointerId);
      this.show();
    };
    const signal = AbortSignal.any([this.#lifetime!.signal, released.signal]);
    for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, release, { signal });
  }

  #arm(time: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const left = this.#last + hideDelay - performance.now();
      if (left > 0) this.#arm(left);
      else if (this.#keptVisible) this.#arm(hideDelay);
      else this.hide();
    }, time);
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
