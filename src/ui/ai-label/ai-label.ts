import type { ReactiveController } from 'lit';
import type { PlayerElement } from '../host/player-element.js';
import { aiLabelStyles } from './ai-label.css.js';
import { createLabel } from './create-label.js';
import { aiLabelLanguage, isAiLabelKind } from './label-text.js';
import { isLabelVisible } from './label-visibility.js';

/** The part of the player that the label reads. */
interface LabelledPlayer extends PlayerElement {
  readonly aiLabel: string | null;
}

/**
 * The label of a player whose media a machine made or changed. It is in the frame from the first time that the frame is shown, in every
 * state, and with `nocontrols` too. The frame and the video are described by it (`aria-describedby`).
 */
export class AiLabel implements ReactiveController {
  readonly #host: LabelledPlayer;
  readonly #label = createLabel();
  readonly #languageObserver = new MutationObserver(() => this.hostUpdated());
  readonly #sizeObserver = new ResizeObserver(() => this.#reserveSpace());
  /** The unknown value of which a warning is in the console. */
  #reportedValue: string | undefined;

  constructor(host: LabelledPlayer) {
    this.#host = host;
    this.#sizeObserver.observe(this.#label.element);
    host.addController(this);
  }

  /** `visible` if the label can be seen now, else `hidden`. */
  get visibility(): 'visible' | 'hidden' {
    return isLabelVisible(this.#label.element) ? 'visible' : 'hidden';
  }

  hostConnected(): void {
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      this.#languageObserver.observe(root, { subtree: true, attributeFilter: ['lang'] });
      if (!(root instanceof ShadowRoot)) return;
    }
  }

  hostDisconnected(): void {
    this.#languageObserver.disconnect();
  }

  /** Puts the label into the frame, or removes it, after the player has rendered. */
  hostUpdated(): void {
    const { aiLabel, shadowRoot, video } = this.#host;
    const { element, update } = this.#label;
    const frame = shadowRoot?.querySelector<HTMLElement>('.frame');
    if (typeof aiLabel !== 'string' || !frame) {
      element.remove();
      for (const described of [frame, video]) described?.removeAttribute('aria-describedby');
      return;
    }
    this.#warnOfUnknown(aiLabel);
    const sheet = aiLabelStyles.styleSheet!;
    // The player replaces its style sheets when it loads its interface.
    if (!shadowRoot!.adoptedStyleSheets.includes(sheet)) shadowRoot!.adoptedStyleSheets = [...shadowRoot!.adoptedStyleSheets, sheet];
    update(aiLabel, aiLabelLanguage(this.#host));
    if (element.parentNode !== frame) frame.prepend(element);
    for (const described of [frame, video]) described.setAttribute('aria-describedby', element.id);
  }

  /** Tells the style sheet how much space the label takes, in width and height from its corner of the frame on. */
  #reserveSpace(): void {
    const { element } = this.#label;
    const frame = element.parentElement;
    if (!frame) return;
    const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    const isRtl = getComputedStyle(element).direction === 'rtl';
    frame.style.setProperty('--_ai-width', `${isRtl ? inner.right - outer.left : outer.right - inner.left}px`);
    frame.style.setProperty('--_ai-end', `${inner.bottom - outer.top}px`);
  }

  #warnOfUnknown(value: string): void {
    if (isAiLabelKind(value) || value === this.#reportedValue) return;
    this.#reportedValue = value;
    console.warn('jet-player: "ai-label" must be "generated" or "modified". The label says that one of the two is true.');
  }
}
