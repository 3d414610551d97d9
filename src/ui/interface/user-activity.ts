import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Time without user activity after which the controls are hidden. */
const hideDelayMs = 2500;

/** Whether an event comes from a control, and not from the video. */
const isOnControl = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.classList.contains('controls'));

interface ActivityOptions {
  /** Whether the video plays; otherwise the controls stay. */
  isPlaying(): boolean;
  /** Whether something keeps the controls visible: an open menu or panel, or the keyboard focus on a control. */
  keepsVisible(): boolean;
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
  #lastActivity = 0;
  /** The ids of the pointers that were pressed on a control and not released yet, even if they have moved off it. */
  readonly #pressedPointers = new Set<number>();
  /** Whether the mouse rests on a control. */
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
    const onExit = ({ pointerType }: PointerEvent) => {
      this.#mouseOnControl = false;
      if (pointerType === 'mouse') this.hide();
    };
    this.#host.addEventListener('pointerleave', onExit, { signal });
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
    this.#stopTimer();
    this.#pressedPointers.clear();
    this.#mouseOnControl = false;
  }

  hostUpdate(): void {
    if (this.#options.isPlaying()) {
      if (this.active) this.#startTimer(hideDelayMs);
      return;
    }
    // When playback stops for any reason, the controls are shown.
    this.#stopTimer();
    this.active = true;
    this.#lastActivity = performance.now();
  }

  /** Shows the controls after user activity. */
  show(): void {
    this.#lastActivity = performance.now();
    if (this.active) return;
    this.active = true;
    this.#host.requestUpdate();
  }

  /** Hides the controls, unless something keeps them visible. */
  hide(): void {
    if (!this.active || !this.#options.isPlaying() || this.#mustStayVisible) return;
    this.active = false;
    this.#stopTimer();
    this.#host.requestUpdate();
  }

  get #mustStayVisible(): boolean {
    return this.#pressedPointers.size > 0 || this.#mouseOnControl || this.#options.keepsVisible();
  }

  #onPointer(event: PointerEvent): void {
    this.#mouseOnControl = event.pointerType === 'mouse' && isOnControl(event);
    if (event.type !== 'pointerdown' || !isOnControl(event)) return;
    this.#pressedPointers.add(event.pointerId);
    const pressLifetime = new AbortController();
    // On the document, because a mouse may be released outside the player.
    const onRelease = ({ pointerId }: PointerEvent) => {
      if (pointerId !== event.pointerId) return;
      pressLifetime.abort();
      this.#pressedPointers.delete(pointerId);
      this.show();
    };
    const signal = AbortSignal.any([this.#lifetime!.signal, pressLifetime.signal]);
    for (const type of ['pointerup', 'pointercancel'] as const) document.addEventListener(type, onRelease, { signal });
  }

  #startTimer(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const remaining = this.#lastActivity + hideDelayMs - performance.now();
      if (remaining > 0) this.#startTimer(remaining);
      else if (this.#mustStayVisible) this.#startTimer(hideDelayMs);
      else this.hide();
    }, ms);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
