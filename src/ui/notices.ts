import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { spokenTime } from '../i18n/format.js';
import type { MediaState } from '../media/index.js';
import type { View } from './control.js';
import { waitingWords } from './controls/loading.js';
import { icons } from './icons.js';

/** What is shown for a moment; its words are made anew at every rendering, so that they say what came of a key or a gesture. */
interface Notice {
  readonly number: number;
  text(view: View): string;
  /** Seconds of a leap by double tap; shown at the side of the picture that was tapped. */
  readonly leap: number;
  /** Nobody asked for it, so it stands longer. */
  readonly slow: boolean;
}

/** Milliseconds that words have to stand before they are read aloud: a key that is held, or a short wait, is no chatter. */
const settling = 500;

/**
 * What the viewer is told after a key or a gesture, one thing at a time; the animation of each ends it. A screen reader is told the same,
 * and that it waits, when it has stood for a moment; only then does a timer run.
 */
export class Notices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notice: Notice | undefined;
  #problem: MediaState['cast']['problem'] = null;
  #aloud = '';
  #next = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#notice = undefined;
    this.#aloud = this.#next = '';
  }

  tell(text: Notice['text'], leap = 0, slow = false): void {
    // The same words once more are news, too.
    this.#aloud = this.#next = '';
    this.#notice = { number: (this.#notice?.number ?? 0) + 1, text, leap, slow };
    this.#host.requestUpdate();
  }

  /** Tells once what went wrong with another device. */
  tellProblem(problem: MediaState['cast']['problem']): void {
    if (problem && problem !== this.#problem) this.tell(({ t }) => t.castProblems[problem], 0, true);
    this.#problem = problem;
  }

  /** Tells of a leap; taps that go on in the same direction add up. */
  tellLeap(seconds: number): void {
    const before = this.#notice?.leap ?? 0;
    const sum = Math.sign(before) === Math.sign(seconds) ? before + seconds : seconds;
    this.tell(({ t }) => (sum > 0 ? t.forward : t.back)(spokenTime(sum, t.lang)), sum);
  }

  render(view: View): TemplateResult {
    this.#settle(this.#notice?.text(view) || waitingWords(view));
    return html`
      <div class="notice" aria-hidden="true" @animationend=${this.#onEnd}>${this.#words(view)}</div>
      <div class="hidden" part="aloud" role="status">${this.#aloud}</div>
    `;
  }

  #settle(words: string): void {
    if (words === this.#next) return;
    this.#next = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#aloud === this.#next) return;
      this.#aloud = this.#next;
      this.#host.requestUpdate();
    }, settling);
  }

  #words(view: View): unknown {
    const notice = this.#notice;
    const text = notice?.text(view);
    if (!notice || !text) return nothing;
    const words = notice.leap
      ? html`<div class="leap" part="notice leap" ?data-forward=${notice.leap > 0}>
          ${notice.leap > 0 ? icons.ahead : icons.backward}<span>${text}</span>
        </div>`
      : html`<span class=${notice.slow ? 'words slow' : 'words'} part="notice">${text}</span>`;
    return keyed(notice.number, words);
  }

  readonly #onEnd = ({ animationName }: AnimationEvent): void => {
    if (animationName !== 'pass') return;
    this.#notice = undefined;
    this.#host.requestUpdate();
  };
}
