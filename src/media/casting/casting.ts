import { listen } from '../../lib/listen.js';
import type { CastingPort, CastProblem, CastStatus } from '../features/feature-context.js';
import type { CastSession } from './cast-session.js';
import type { CastingContext } from './casting-context.js';

/**
 * Whether Google's script could find a receiver, without any request: it needs a secure context and Chromium's Presentation
 * API. This can be true although casting is impossible, because a Chromium with casting disabled by its vendor or owner looks the same.
 */
const canCast = (): boolean => globalThis.isSecureContext === true && 'chrome' in globalThis && 'presentation' in navigator;

/**
 * Decides whether casting is offered and reports its status. The code that casts is loaded when the viewer presses the button.
 * Event: `change`.
 */
export class Casting extends EventTarget implements CastingPort {
  status: CastStatus = 'off';
  /** The receiver's name; empty when there is no receiver or it has no name. */
  device = '';
  problem: CastProblem | null = null;
  readonly #context: CastingContext;
  #castSession: Promise<CastSession> | undefined;

  constructor(context: CastingContext) {
    super();
    this.#context = context;
    const { session, consent, signal } = context;
    listen(session, 'optinschange source restrictionschange status', () => this.setStatus({}), signal);
    listen(consent, 'change', () => this.setStatus({}), signal);
  }

  /** Whether to show a Cast button. */
  get offered(): boolean {
    const { chromecast, loadCast } = this.#context.optIns();
    return chromecast === true && loadCast !== undefined && !this.#context.consent.refused('cast') && canCast() && this.#reachable;
  }

  /** Whether to show an AirPlay button: the browser itself plays, and has a picker. */
  get airplayOffered(): boolean {
    const { video, session, consent, optIns } = this.#context;
    if (optIns().airplay !== true || consent.refused('remote') || session.engineName !== 'native') return false;
    return 'webkitShowPlaybackTargetPicker' in video && this.#reachable;
  }

  /** Whether the source has an HTTP(S) URL, because receivers can only play those, and may leave this player. */
  get #reachable(): boolean {
    const { source, staysInPlayer } = this.#context.session;
    return /^https?:$/.test(source?.url.protocol ?? '') && !staysInPlayer;
  }

  /** Asks the viewer for consent, lets them choose a receiver and plays there. */
  async start(): Promise<void> {
    if (this.offered) await (await this.#loadCastSession()).start();
  }

  /** Like `start`, with AirPlay's own picker, which also ends AirPlay. */
  async startAirplay(): Promise<void> {
    if (this.airplayOffered) await (await this.#loadCastSession()).startAirplay();
  }

  /** Returns playback to the page's video, which continues in the receiver's state. */
  stop(): void {
    void this.#castSession?.then((castSession) => castSession.stop());
  }

  /** Withdraws consent. */
  withdraw(): void {
    this.#context.consent.withdraw('cast');
    this.#context.consent.withdraw('remote');
  }

  /** Updates the status and dispatches `change`. */
  setStatus(change: Partial<Pick<this, 'status' | 'device' | 'problem'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }

  #loadCastSession(): Promise<CastSession> {
    return (this.#castSession ??= import('./cast-session.js').then(({ CastSession }) => new CastSession(this.#context, this)));
  }
}
