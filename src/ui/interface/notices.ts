import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { formatNumber, spokenTime } from '../../i18n/format.js';
import type { MediaState } from '../../media/index.js';
import type { View } from '../view.js';
import { waitingText } from '../controls/loading.js';
import { upNextText } from '../controls/up-next.js';
import { icons } from '../icons/icons.js';

/** A short notice. Its text is evaluated at every rendering, so that it describes the result of a key or gesture. */
interface Notice {
  readonly text?: ((view: View) => string) | undefined;
  readonly icon?: ((view: View) => TemplateResult) | undefined;
  /** Seconds skipped. */
  readonly seconds?: number;
  /** Whether the notice is on the side of the video that was tapped, not in the middle. */
  readonly atSide?: boolean;
  /** Whether the notice is shown longer than usual. */
  readonly slow?: boolean;
  /** Whether the notice is shown until the next one. */
  readonly stays?: boolean;
}

/** Time for which a text must stay before it is announced, so that a held key or a short wait is not announced repeatedly. */
const announceDelayMs = 500;

/**
 * Shows notices after a key or a gesture, one at a time; each disappears when its animation ends. A live region announces the same text,
 * and the loading state, after `announceDelayMs`; a timer runs only during that time.
 */
export class Notices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notice: Notice | undefined;
  #noticeCount = 0;
  #shownProblem: MediaState['cast']['problem'] = null;
  #exitCount = 0;
  #announcedText = '';
  #pendingText = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#notice = undefined;
    this.#announcedText = this.#pendingText = '';
  }

  show(notice: Notice): void {
    // Cleared, so that the same text is announced again.
    this.#announcedText = this.#pendingText = '';
    this.#notice = notice;
    this.#noticeCount++;
    this.#host.requestUpdate();
  }

  /** Shows a new problem with a receiver, and that playback was moved out of a withdrawn passage. */
  showChanges({ cast: { problem }, withdrawals: { exitCount } }: MediaState): void {
    if (problem && problem !== this.#shownProblem) this.show({ text: ({ t }) => t.castProblems[problem], slow: true });
    if (exitCount > this.#exitCount) this.show({ text: ({ t }) => t.passageRemoved, slow: true });
    this.#shownProblem = problem;
    this.#exitCount = exitCount;
  }

  /** Shows a skip in seconds; further skips in the same direction add up. */
  showSkip(seconds: number, atSide = false): void {
    const previousSeconds = this.#notice?.seconds ?? 0;
    const total = Math.sign(previousSeconds) === Math.sign(seconds) ? previousSeconds + seconds : seconds;
    const text: Notice['text'] = ({ t }) => (total > 0 ? t.forward : t.back)(spokenTime(total, t.lang));
    this.show({ text, icon: () => (total > 0 ? icons.ahead : icons.backward), seconds: total, atSide });
  }

  /** Shows the speed during a hold until the next notice (`stays`), or the speed to which playback has returned. */
  showSpeed(rate: number, stays: boolean): void {
    this.show({ text: ({ t }) => `${t.speed} ${formatNumber(rate, t.lang)}×`, icon: () => icons.speed, stays, slow: stays });
  }

  render(view: View): TemplateResult {
    this.#announceLater(this.#notice?.text?.(view) || waitingText(view) || upNextText(view));
    return html`
      <div class="notice" aria-hidden="true" @animationend=${this.#onAnimationEnd}>${this.#renderNotice(view)}</div>
      <div class="hidden" part="announcement" role="status">${this.#announcedText}</div>
    `;
  }

  #announceLater(text: string): void {
    if (text === this.#pendingText) return;
    this.#pendingText = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#announcedText === this.#pendingText) return;
      this.#announcedText = this.#pendingText;
      this.#host.requestUpdate();
    }, announceDelayMs);
  }

  #renderNotice(view: View): unknown {
    const notice = this.#notice;
    const text = notice?.text?.(view);
    // An empty text, such as the title of a chapter that does not exist, is not shown.
    if (!notice || text === '') return nothing;
    const { icon, seconds = 0, atSide, slow, stays } = notice;
    return keyed(
      this.#noticeCount,
      html`<div
        class=${stays ? 'words slow stays' : slow ? 'words slow' : 'words'}
        part=${seconds ? 'notice skip-notice' : 'notice'}
        data-side=${atSide ? (seconds > 0 ? 'right' : 'left') : nothing}
      >
        ${icon?.(view) ?? nothing}${text ? html`<span>${text}</span>` : nothing}
      </div>`
    );
  }

  readonly #onAnimationEnd = ({ animationName }: AnimationEvent): void => {
    if (animationName !== 'pass') return;
    this.#notice = undefined;
    this.#host.requestUpdate();
  };
}
