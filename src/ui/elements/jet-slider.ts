import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from '../lit/property.js';
import { sliderStyles } from './slider.css.js';
import { SteadyMotion } from './steady-motion.js';

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), Math.max(min, max));

/**
 * A slider following the ARIA Authoring Practices, for pointer and keyboard.
 *
 * Hover and drag are internal state: only the owner sets `value`. `input` fires during a drag; `change` fires once, when the viewer
 * releases the thumb or presses a key; `cancel` fires instead when the browser cancels the drag. `position` is then the value at the thumb.
 *
 * @csspart track - The whole track.
 * @csspart fill - The part up to the value.
 * @csspart thumb - The handle.
 * @csspart tip - The value under the pointer.
 */
export class JetSlider extends LitElement {
  static override styles = sliderStyles;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  @property({ type: Number }) value = 0;
  /** The step of an arrow key; Page Up and Page Down use ten times as much. */
  @property({ type: Number }) step = 0.05;
  /** How much the value grows per second by itself: the thumb moves on until the next value. 0 when it does not. */
  @property({ attribute: false }) rate = 0;
  @property() label = '';
  @property({ type: Boolean }) disabled = false;
  /** Ranges shown on the track, in the unit of `value`. */
  @property({ attribute: false }) ranges: readonly { readonly start: number; readonly end: number }[] = [];
  /** Values at which the track has a gap. */
  @property({ attribute: false }) gaps: readonly number[] = [];
  /** Ranges at which the track has a gap, in ascending order. */
  @property({ attribute: false }) removed: readonly { readonly start: number; readonly end: number }[] = [];
  /** Returns the text of a value, for `aria-valuetext`. */
  @property({ attribute: false }) describe: (value: number) => string = String;
  /** Returns the tooltip above the pointer, a text or a template; none when absent. */
  @property({ attribute: false }) tip?: (value: number) => unknown;

  /** The value at the thumb while the viewer moves it, until `value` is updated. */
  #pendingValue: number | null = null;
  #dragging = false;
  /** The position of the hovering pointer, 0 to 1. */
  #hoverFraction: number | null = null;
  readonly #motion = new SteadyMotion();

  /** The value at the thumb: under the pointer during a drag, else `value`. */
  get position(): number {
    return clamp(this.#pendingValue ?? this.value, this.min, this.max);
  }

  override focus(options?: FocusOptions): void {
    this.#slider?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#motion.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && !this.#dragging) this.#pendingValue = null;
  }

  protected override render() {
    const { min, max, position, disabled, label, tip } = this;
    return html`
      <div
        class="slider"
        role="slider"
        tabindex=${disabled ? -1 : 0}
        aria-label=${label}
        aria-disabled=${disabled ? 'true' : nothing}
        aria-valuemin=${Math.round(min * 100) / 100}
        aria-valuemax=${Math.round(max * 100) / 100}
        aria-valuenow=${Math.round(position * 100) / 100}
        aria-valuetext=${disabled ? nothing : this.describe(position)}
        ?data-dragging=${this.#dragging}
        @keydown=${this.#onKey}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onCancel}
        @pointerleave=${this.#onExit}
      >
        <div class="track" part="track">
          <div class="ranges"></div>
          <div class="hover"></div>
          <div class="fill" part="fill"></div>
        </div>
        <div class="carrier"><div class="thumb" part="thumb"></div></div>
        ${
          tip && this.#hoverFraction !== null && !disabled
            ? html`<div class="tip" part="tip" aria-hidden="true">${tip(this.#valueAt(this.#hoverFraction))}</div>`
            : nothing
        }
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#animateThumb(changed);
    const tipElement = this.renderRoot.querySelector('.tip');
    // The captions make room for the tooltip.
    if (tipElement) this.dataset.pointed = tipElement.querySelector('[wide]') ? 'wide' : '';
    else delete this.dataset.pointed;
    const style = this.#slider?.style;
    style?.setProperty('--fraction', String(this.#fractionOf(this.position)));
    style?.setProperty('--hover', String(this.#hoverFraction ?? 0));
    const rangeStops = this.ranges.map(({ start, end }) => {
      const [from, to] = [start, end].map((value) => `${(this.#fractionOf(value) * 100).toFixed(2)}%`);
      return `transparent ${from}, var(--_range) ${from} ${to}, transparent ${to}`;
    });
    style?.setProperty('--ranges', rangeStops.length > 0 ? `linear-gradient(var(--_along), ${rangeStops.join(', ')})` : 'none');
    const gaps = this.gaps.map((value) => ({ start: value, end: value })).filter(({ start }) => start > this.min && start < this.max);
    const gapStops = [...gaps, ...this.removed]
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => {
        const [from, to] = [start, end].map(
          (value, index) => `calc(${(this.#fractionOf(value) * 100).toFixed(2)}% + ${index * 3 - 1.5}px)`
        );
        return `#000 ${from}, transparent ${from} ${to}, #000 ${to}`;
      });
    style?.setProperty('--gaps', gapStops.length > 0 ? `linear-gradient(var(--_along), ${gapStops.join(', ')})` : 'none');
  }

  /** Moves the thumb with the frames. Only a new value restarts the motion, because the shown position is ahead of the last value. */
  #animateThumb(changed: PropertyValues<this>): void {
    const shouldMove = this.rate > 0 && this.#pendingValue === null && !this.disabled && !document.hidden;
    if (!shouldMove || matchMedia('(prefers-reduced-motion: reduce)').matches) this.#motion.stop();
    else if ((['value', 'min', 'max', 'rate'] as const).some((name) => changed.has(name))) {
      const movingParts = this.renderRoot.querySelectorAll('.fill, .carrier');
      this.#motion.follow(movingParts, this.#fractionOf(this.value), this.rate / (this.max - this.min), this.#isRtl);
    }
  }

  get #slider(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.slider') ?? null;
  }

  get #isRtl(): boolean {
    return this.matches(':dir(rtl)');
  }

  #fractionOf(value: number): number {
    const span = this.max - this.min;
    return span > 0 ? clamp((value - this.min) / span, 0, 1) : 0;
  }

  #valueAt(fraction: number): number {
    return this.min + fraction * (this.max - this.min);
  }

  #fractionUnder({ clientX }: PointerEvent): number {
    const { left, width } = this.#slider!.getBoundingClientRect();
    const fraction = width > 0 ? clamp((clientX - left) / width, 0, 1) : 0;
    return this.#isRtl ? 1 - fraction : fraction;
  }

  #dispatch(type: 'input' | 'change' | 'cancel'): void {
    this.requestUpdate();
    this.dispatchEvent(new Event(type, { bubbles: true }));
  }

  #onKey(event: KeyboardEvent): void {
    if (this.disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = this.#isRtl ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: direction,
      ArrowLeft: -direction,
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10
    };
    const endValues: Readonly<Record<string, number>> = { Home: this.min, End: this.max };
    const { key } = event;
    const target = steps[key] === undefined ? endValues[key] : this.position + steps[key] * this.step;
    if (target === undefined) return;
    event.preventDefault();
    this.#pendingValue = clamp(target, this.min, this.max);
    this.#dispatch('change');
  }

  #onDown(event: PointerEvent): void {
    if (this.disabled || event.button !== 0) return;
    this.#slider!.setPointerCapture(event.pointerId);
    this.#dragging = true;
    this.#onMove(event);
  }

  #onMove(event: PointerEvent): void {
    this.#hoverFraction = this.#fractionUnder(event);
    if (!this.#dragging) return this.requestUpdate();
    this.#pendingValue = this.#valueAt(this.#hoverFraction);
    this.#dispatch('input');
  }

  #onUp(event: PointerEvent): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    // Only a mouse still hovers after it is released.
    if (event.pointerType !== 'mouse') this.#hoverFraction = null;
    this.#dispatch('change');
  }

  #onCancel(): void {
    this.#dragging = false;
    this.#pendingValue = this.#hoverFraction = null;
    this.#dispatch('cancel');
  }

  #onExit(): void {
    if (this.#dragging) return;
    this.#hoverFraction = null;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'jet-slider': JetSlider;
  }
}
