import { listen } from '../../lib/listen.js';
import { BrowserPicker } from './browser-picker.js';
import type { CastProblem, Casting, CastingContext } from './casting.js';
import { filmOf, takeBack } from './film.js';
import type { CastSender, Receiver } from './receiver.js';

/** The framework says in this way that there is no casting here. */
const isUnavailable = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotSupportedError';

/**
 * Goes to another device and comes back. Nothing of it begins before the viewer has said yes, and all of it ends when the yes is
 * taken back, or with the player.
 */
export class Caster {
  readonly #context: CastingContext;
  readonly #casting: Casting;
  readonly #picker: BrowserPicker;
  #sender: Promise<CastSender> | undefined;
  #allowed = new AbortController();
  #receiver: Receiver | undefined;
  /** The address of the film that the device plays. */
  #loaded = '';
  #stopping = false;

  constructor(context: CastingContext, casting: Casting) {
    this.#context = context;
    this.#casting = casting;
    this.#picker = new BrowserPicker(context.video);
    const { session, consent, signal } = context;
    listen(session, 'status', () => this.#onStatus(), signal);
    listen(consent, 'change', () => this.#onConsent(), signal);
    this.#picker.watch(() => this.#onPicker(), signal);
    const end = () => {
      this.#allowed.abort();
      this.#picker.allow(false);
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /** Asks, and plays on the device that the viewer chooses; without Google's script where the browser knows a device itself. */
  async start(): Promise<void> {
    if (this.#casting.status !== 'off') return;
    if (await this.#picker.hasDevice()) return this.#choose('remote');
    if (!(await this.#context.consent.ask('cast'))) return;
    this.#casting.become({ status: 'starting', problem: null });
    try {
      const sender = await (this.#sender ??= this.#open());
      this.#allowed.signal.throwIfAborted();
      const receiver = await sender.start(filmOf(this.#context));
      if (receiver) this.#connect(receiver);
      else this.#over(null);
    } catch (error) {
      this.#sender = undefined;
      const withdrawn = this.#allowed.signal.aborted;
      this.#over(withdrawn ? null : isUnavailable(error) ? 'unavailable' : 'failed');
    }
  }

  async startAirplay(): Promise<void> {
    if (this.#picker.connected) await this.#picker.choose('airplay');
    else if (this.#casting.status === 'off') await this.#choose('airplay');
  }

  stop(): void {
    this.#stopping = true;
    this.#receiver?.stop();
    this.#stopping = false;
    if (!this.#receiver && this.#picker.connected) void this.#picker.choose(this.#picker.airplay ? 'airplay' : 'remote');
  }

  async #open(): Promise<CastSender> {
    const { optIns, session } = this.#context;
    this.#allowed = new AbortController();
    const { loadCast, castReceiver = '' } = optIns();
    const { openSender } = await loadCast!();
    return openSender({ receiver: castReceiver, guard: session.guard, signal: this.#allowed.signal });
  }

  async #choose(kind: 'airplay' | 'remote'): Promise<void> {
    if (!(await this.#context.consent.ask('remote'))) return;
    if (!(await this.#picker.choose(kind))) this.#context.consent.spend('remote');
  }

  #connect(receiver: Receiver): void {
    const { session } = this.#context;
    this.#receiver = receiver;
    this.#loaded = session.source?.url.href ?? '';
    session.pause();
    session.delegate(receiver);
    receiver.signal.addEventListener('abort', () => this.#disconnect(receiver), { once: true });
    this.#casting.become({ status: 'connected', device: receiver.name });
  }

  #disconnect(receiver: Receiver): void {
    this.#receiver = undefined;
    this.#context.session.delegate(undefined);
    const asked = this.#stopping || this.#allowed.signal.aborted;
    takeBack(this.#context, receiver, asked);
    this.#over(asked ? null : 'lost');
  }

  #over(problem: CastProblem | null): void {
    this.#casting.become({ status: 'off', problem });
    this.#context.consent.spend('cast');
  }

  /** Another film in the page is another film on the device. */
  #onStatus(): void {
    const { session } = this.#context;
    const href = session.source?.url.href;
    if (session.status !== 'ready' || !this.#receiver || !href || href === this.#loaded) return;
    this.#loaded = href;
    void this.#receiver.load({ ...filmOf(this.#context), startTime: 0, paused: false }).catch(() => this.#receiver?.stop());
  }

  #onConsent(): void {
    const { consent } = this.#context;
    if (!consent.has('cast')) {
      this.#allowed.abort();
      this.#sender = undefined;
    }
    if (!consent.has('remote')) this.#picker.allow(false);
  }

  #onPicker(): void {
    if (this.#receiver) return;
    const connected = this.#picker.connected;
    if (!connected && this.#casting.status === 'connected') this.#context.consent.spend('remote');
    this.#casting.become({ status: connected ? 'connected' : 'off', device: '' });
  }
}
