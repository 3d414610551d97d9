import { listen } from '../../lib/listen.js';
import { PlayerError } from '../error.js';
import type { HealthCounters } from './health.js';
import { liveEpoch, restarted, type LiveEpoch } from './live-epoch.js';
import { Pauses } from './pauses.js';
import { troubleOf, type Trouble } from './trouble.js';
import { onWake } from './wake.js';

export interface RecoveryContext {
  readonly video: HTMLVideoElement;
  readonly health: HealthCounters;
  readonly signal: AbortSignal;
  isLive(): boolean;
  /** The page can give a fresh address when this one is refused. */
  isRenewable(): boolean;
  /** The source is gone for good. */
  gone(error: PlayerError): void;
  /** The encoder of a live channel began anew. */
  restarted(): void;
  /** `trouble` may have changed. */
  changed(): void;
}

/** Milliseconds after which a live manifest that does not change means that the channel stands still; at least three segments. */
const patience = 7000;

/** What is going on with the requests of one attempt to play a source. It dies with its signal. */
export class Recovery {
  readonly pauses = new Pauses();
  readonly signal: AbortSignal;
  readonly health: HealthCounters;
  /** Moments of `performance.now()`: the last byte of media, and the last live manifest that said something new. */
  lastMedia = performance.now();
  lastNews = performance.now();

  #lastSeen = 0;
  /** Seconds of a live HLS segment, at most. */
  #segment = 0;
  readonly #context: RecoveryContext;
  readonly #troubles = new Map<object, Trouble>();
  readonly #epochs = new Map<string, { epoch: LiveEpoch; text: string }>();

  constructor(context: RecoveryContext) {
    this.#context = context;
    this.signal = context.signal;
    this.health = context.health;
    const wake = () => this.pauses.wake();
    onWake(wake, this.signal);
    // The viewer begins to wait: what could take its time a moment ago cannot now.
    listen(context.video, 'waiting seeking play', wake, this.signal);
    listen(context.video, 'waiting seeking playing canplay seeked emptied', () => context.changed(), this.signal);
  }

  get live(): boolean {
    return this.#context.isLive();
  }

  get renewable(): boolean {
    return this.#context.isRenewable();
  }

  /** There is no picture to go on with. */
  get starving(): boolean {
    return this.#context.video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  /** What stands between the viewer and the picture; null while there is a picture. */
  get trouble(): Trouble | null {
    if (!this.starving) return null;
    if (this.stale) return { kind: 'waiting', error: new PlayerError('manifest/empty', 'The live channel stands still.') };
    const all = [...this.#troubles.values()];
    return all.find(({ kind }) => kind === 'reconnecting') ?? all[0] ?? null;
  }

  /** The live manifest comes, and says nothing new. */
  get stale(): boolean {
    return this.live && this.#lastSeen - this.lastNews > Math.max(patience, 3000 * this.#segment);
  }

  /** Some request is being tried again. */
  get failing(): boolean {
    return this.#troubles.size > 0;
  }

  /** A request is tried again after `ms` milliseconds. */
  troubled(request: object, kind: Trouble['kind'], error: PlayerError, ms: number): void {
    this.#troubles.set(request, troubleOf(kind, error, ms));
    this.#context.changed();
  }

  mended(request: object): void {
    if (this.#troubles.delete(request)) this.#context.changed();
  }

  gone(error: PlayerError): void {
    this.#context.gone(error);
  }

  sawMedia(): void {
    this.lastMedia = performance.now();
  }

  /** Looks at a manifest that comes again and again, for news and for a beginning that moved. */
  sawManifest(url: string, bytes: ArrayBuffer): void {
    if (bytes.byteLength > 1_000_000) return;
    const text = new TextDecoder().decode(bytes);
    const epoch = liveEpoch(text);
    if (!epoch) return;
    const before = this.#epochs.get(url);
    this.#lastSeen = performance.now();
    this.#segment = Math.min(20, Number(/#EXT-X-TARGETDURATION:\s*(\d+)/.exec(text)?.[1] ?? 0));
    if (before?.text !== text) this.lastNews = this.#lastSeen;
    this.#epochs.set(url, { epoch, text });
    this.#context.changed();
    if (before && restarted(before.epoch, epoch)) this.#context.restarted();
  }
}
