import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { spokenTime } from '../../i18n/format.js';
import type { MediaState } from '../../media/index.js';
import type { View } from '../view.js';
import { waitingText } from '../controls/loading.js';
import { icons } from '../icons.js';

/** A short notice. Its text is evaluated at every rendering, so that it describes the result of a key or gesture. */
interface Notice {
  readonly number: number;
  text(view: View): string;
  /** Seconds skipped by a double tap, or 0; shown on the side of the video that was tapped. */
  readonly skippedSeconds: number;
  /** Shown longer, because the viewer did not cause it. */
  readonly slow: boolean;
}

/** Milliseconds for which a text must stay before it is announced, so that a held key or a short wait is not announced repeatedly. */
const announceDelay = 500;

/**
 * Shows notices after a key or a gesture, one at a time; each disappears when its animation ends. A live region announces the same text,
 * and the loading state, after `announceDelay` milliseconds; a timer runs only during that time.
 */
export class Notices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notice: Notice | undefined;
  #problem: MediaState['cast']['problem'] = null;
  #announced = '';
  #pendingText = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#notice = undefined;
    this.#announced = this.#pendingText = '';
  }

  show(text: Notice['text'], skippedSeconds = 0, slow = false): void {
    // Cleared, so that the same text is announced again.
    this.#announced = this.#pendingText = '';
    this.#notice = { number: (this.#notice?.number ?? 0) + 1, text, skippedSeconds, slow };
    this.#host.requestUpdate();
  }

  /** Shows a problem with a receiver, once. */
  showProblem(problem: MediaState['cast']['problem']): void {
    if (problem && problem !== this.#problem) this.show(({ t }) => t.castProblems[problem], 0, true);
    this.#problem = problem;
  }

  /** Shows a skip in seconds; further skips in the same direction add up. */
  showSkip(seconds: number): void {
    const before = this.#notice?.skippedSeconds ?? 0;
    const sum = Math.sign(before) === Math.sign(seconds) ? before + seconds : seconds;
    this.show(({ t }) => (sum > 0 ? t.forward : t.back)(spokenTime(sum, t.lang)), sum);
  }

  render(view: View): TemplateResult {
    this.#announceLater(this.#notice?.text(view) || waitingText(view));
    return html`
      <div class="notice" aria-hidden="true" @animationend=${this.#onEnd}>${this.#renderNotice(view)}</div>
      <div class="hidden" part="announcement" role="status">${this.#announced}</div>
    `;
  }

  #announceLater(text: string): void {
    if (text === this.#pendingText) return;
    this.#pendingText = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#announced === this.#pendingText) return;
      this.#announced = this.#pendingText;
      this.#host.requestUpdate();
    }, announceDelay);
  }

  #renderNotice(view: View): unknown {
    const notice = this.#notice;
    const text = notice?.text(view);
    if (!notice || !text) return nothing;
    const content = notice.skippedSeconds
      ? html`<div class="skip-notice" part="notice skip-notice" ?data-forward=${notice.skippedSeconds > 0}>
          ${notice.skippedSeconds > 0 ? icons.ahead : icons.backward}<span>${text}</span>
        </div>`
      : html`<span class=${notice.slow ? 'words slow' : 'words'} part="notice">${text}</span>`;
    return keyed(notice.number, content);
  }

  readonly #onEnd = ({ animationName }: AnimationEvent): void => {
    if (animationName !== 'pass') return;
    this.#notice = undefined;
    this.#host.requestUpdate();
  };
}
