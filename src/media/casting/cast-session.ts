import { listen } from '../../lib/listen.js';
import type { CastProblem } from '../features/feature-context.js';
import { RemotePlaybackPicker } from './remote-playback.js';
import type { CastingContext, CastStatusSink } from './casting-context.js';
import { currentMedia, resumeLocally } from './cast-media.js';
import type { CastSender, Receiver } from '../receiver.js';

/** Whether an error of the Cast framework means that casting is not available here. */
const isUnavailable = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotSupportedError';

/**
 * Moves playback to a receiver and back. Starts only after the viewer's consent, and ends when consent is withdrawn or the player is
 * destroyed.
 */
export class CastSession {
  readonly #context: CastingContext;
  readonly #casting: CastStatusSink;
  readonly #picker: RemotePlaybackPicker;
  #sender: Promise<CastSender> | undefined;
  #consentLifetime = new AbortController();
  #receiver: Receiver | undefined;
  /** The URL of the source that the receiver plays. */
  #loadedUrl = '';
  #stopping = false;

  constructor(context: CastingContext, casting: CastStatusSink) {
    this.#context = context;
    this.#casting = casting;
    this.#picker = new RemotePlaybackPicker(context.video);
    const { session, consent, signal } = context;
    listen(session, 'status', () => this.#onStatus(), signal);
    listen(consent, 'change', () => this.#onConsent(), signal);
    this.#picker.watch(() => this.#onPicker(), signal);
    const end = () => {
      this.#consentLifetime.abort();
      this.#picker.allow(false);
    };
    signal.addEventListener('abort', end, { once: true });
  }

  /** Asks for consent and plays on the receiver the viewer chooses; without Google's script when the browser itself knows a receiver. */
  async start(): Promise<void> {
    if (this.#casting.status !== 'off') return;
    const { session } = this.#context;
    if (await this.#picker.hasReceiver()) return this.#choose('remote');
    if (!(await this.#context.consent.ask('cast'))) return;
    this.#casting.setStatus({ status: 'starting', problem: null });
    try {
      const sender = await (this.#sender ??= this.#open());
      this.#consentLifetime.signal.throwIfAborted();
      // The list may have changed since the button was shown.
      if (session.staysInPlayer) return this.#end('unavailable');
      const receiver = await sender.start(currentMedia(this.#context));
      if (receiver) this.#connect(receiver);
      else this.#end(null);
    } catch (error) {
      this.#sender = undefined;
      const withdrawn = this.#consentLifetime.signal.aborted;
      this.#end(withdrawn ? null : isUnavailable(error) ? 'unavailable' : 'failed');
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
    // A page cannot disconnect a receiver that was chosen in the browser's picker; the viewer can, in the same picker.
    if (!this.#receiver && this.#picker.connected) void this.#picker.choose(this.#picker.airplay ? 'airplay' : 'remote');
  }

  async #open(): Promise<CastSender> {
    const { optIns, session } = this.#context;
    this.#consentLifetime = new AbortController();
    const { loadCast, castReceiver = '' } = optIns();
    const { openSender } = await loadCast!();
    return openSender({ receiver: castReceiver, guard: session.guard, signal: this.#consentLifetime.signal });
  }

  async #choose(kind: 'airplay' | 'remote'): Promise<void> {
    if (!(await this.#context.consent.ask('remote'))) return;
    if (!(await this.#picker.choose(kind))) this.#context.consent.spend('remote');
  }

  #connect(receiver: Receiver): void {
    const { session } = this.#context;
    this.#receiver = receiver;
    this.#loadedUrl = session.source?.url.href ?? '';
    session.pause();
    session.delegate(receiver);
    receiver.signal.addEventListener('abort', () => this.#disconnect(receiver), { once: true });
    this.#casting.setStatus({ status: 'connected', device: receiver.name });
  }

  #disconnect(receiver: Receiver): void {
    this.#receiver = undefined;
    this.#context.session.delegate(undefined);
    const isIntended = this.#stopping || this.#consentLifetime.signal.aborted;
    resumeLocally(this.#context, receiver, isIntended);
    this.#end(isIntended ? null : 'lost');
  }

  #end(problem: CastProblem | null): void {
    this.#casting.setStatus({ status: 'off', problem });
    this.#context.consent.spend('cast');
  }

  /** Loads a new source on the receiver as well, or stops the receiver, which would play what must not be shown. */
  #onStatus(): void {
    const { session } = this.#context;
    if (this.#receiver && session.staysInPlayer) return this.stop();
    const href = session.source?.url.href;
    if (session.status !== 'ready' || !this.#receiver || !href || href === this.#loadedUrl) return;
    this.#loadedUrl = href;
    void this.#receiver.load({ ...currentMedia(this.#context), startTime: 0, paused: false }).catch(() => this.#receiver?.stop());
  }

  #onConsent(): void {
    const { consent } = this.#context;
    if (!consent.has('cast')) {
      this.#consentLifetime.abort();
      this.#sender = undefined;
    }
    if (!consent.has('remote')) this.#picker.allow(false);
  }

  #onPicker(): void {
    if (this.#receiver) return;
    const connected = this.#picker.connected;
    if (!connected && this.#casting.status === 'connected') this.#context.consent.spend('remote');
    this.#casting.setStatus({ status: connected ? 'connected' : 'off', device: '' });
  }
}
