import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { formatNumber, spokenTime } from '../../i18n/format.js';
import type { MediaState } from '../../media/index.js';
import type { View } from '../view.js';
import { waitingText } from '../controls/loading.js';
import { upNextText } from '../controls/up-next.js';
import { icons } from '../icons.js';

/** A short notice. Its text is evaluated at every rendering, so that it describes the result of a key or gesture. */
interface Notice {
  readonly text?: ((view: View) => string) | undefined;
  readonly icon?: ((view: View) => TemplateResult) | undefined;
  /** Seconds skipped. */
  readonly seconds?: number;
  /** Shown on the side of the video that was tapped, not in the middle. */
  readonly aside?: boolean;
  /** Shown longer, because the viewer did not cause it. */
  readonly slow?: boolean;
  /** Shown until the next notice. */
  readonly stays?: boolean;
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
  #count = 0;
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

  show(notice: Notice): void {
    // Cleared, so that the same text is announced again.
    this.#announced = this.#pendingText = '';
    this.#notice = notice;
    this.#count++;
    this.#host.requestUpdate();
  }

  /** Shows a problem with a receiver, once. */
  showProblem(problem: MediaState['cast']['problem']): void {
    if (problem && problem !== this.#problem) this.show({ text: ({ t }) => t.castProblems[problem], slow: true });
    this.#problem = problem;
  }

  /** Shows a skip in seconds; further skips in the same direction add up. */
  showSkip(seconds: number, aside = false): void {
    const before = this.#notice?.seconds ?? 0;
    const sum = Math.sign(before) === Math.sign(seconds) ? before + seconds : seconds;
    const text: Notice['text'] = ({ t }) => (sum > 0 ? t.forward : t.back)(spokenTime(sum, t.lang));
    this.show({ text, icon: () => (sum > 0 ? icons.ahead : icons.backward), seconds: sum, aside });
  }

  /** Shows a speed that is held, until the next notice, or the speed that has come back. */
  showSpeed(rate: number, stays: boolean): void {
    this.show({ text: ({ t }) => `${t.speed} ${formatNumber(rate, t.lang)}×`, icon: () => icons.speed, stays, slow: stays });
  }

  render(view: View): TemplateResult {
    this.#announceLater(this.#notice?.text?.(view) || waitingText(view) || upNextText(view));
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
    const text = notice?.text?.(view);
    // A text that is empty, such as the title of a chapter that does not exist, is not shown.
    if (!notice || text === '') return nothing;
    const { icon, seconds = 0, aside, slow, stays } = notice;
    return keyed(
      this.#count,
      html`<div
        class=${stays ? 'words slow stays' : slow ? 'words slow' : 'words'}
        part=${seconds ? 'notice skip-notice' : 'notice'}
        data-side=${aside ? (seconds > 0 ? 'right' : 'left') : nothing}
      >
        ${icon?.(view) ?? nothing}${text ? html`<span>${text}</span>` : nothing}
      </div>`
    );
  }

  readonly #onEnd = ({ animationName }: AnimationEvent): void => {
    if (animationName !== 'pass') return;
    this.#notice = undefined;
    this.#host.requestUpdate();
  };
}
