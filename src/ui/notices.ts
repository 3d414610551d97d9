import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { spokenTime } from '../i18n/format.js';
import type { View } from './control.js';
import { icons } from './icons.js';

/** What is shown for a moment; its words are made anew at every rendering, so that they say what came of a key or a gesture. */
interface Notice {
  readonly number: number;
  text(view: View): string;
  /** Seconds of a leap by double tap; shown at the side of the picture that was tapped. */
  readonly leap: number;
}

/** What the viewer is told after a key or a gesture, one thing at a time; the animation of each ends it, so no timer runs. */
export class Notices {
  readonly #host: ReactiveControllerHost;
  #notice: Notice | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  tell(text: Notice['text'], leap = 0): void {
    this.#notice = { number: (this.#notice?.number ?? 0) + 1, text, leap };
    this.#host.requestUpdate();
  }

  /** Tells of a leap; taps that go on in the same direction add up. */
  tellLeap(seconds: number): void {
    const before = this.#notice?.leap ?? 0;
    const sum = Math.sign(before) === Math.sign(seconds) ? before + seconds : seconds;
    this.tell(({ t }) => (sum > 0 ? t.forward : t.back)(spokenTime(sum, t.lang)), sum);
  }

  render(view: View): TemplateResult {
    return html`<div class="notice" role="status" @animationend=${this.#onEnd}>${this.#words(view)}</div>`;
  }

  #words(view: View): unknown {
    const notice = this.#notice;
    const text = notice?.text(view);
    if (!notice || !text) return nothing;
    const words = notice.leap
      ? html`<div class="leap" part="notice leap" ?data-forward=${notice.leap > 0}>
          ${notice.leap > 0 ? icons.ahead : icons.backward}<span>${text}</span>
        </div>`
      : html`<span class="words" part="notice">${text}</span>`;
    return keyed(notice.number, words);
  }

  readonly #onEnd = ({ animationName }: AnimationEvent): void => {
    if (animationName !== 'pass') return;
    this.#notice = undefined;
    this.#host.requestUpdate();
  };
}
