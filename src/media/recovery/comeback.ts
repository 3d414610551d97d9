import { listen } from '../../lib/listen.js';
import type { LiveInfo } from '../engine.js';
import { PlayerError } from '../error.js';
import type { NetworkSettings } from '../network-settings.js';
import type { PlayerSession } from '../session.js';
import type { SourceInput } from '../source.js';
import { afterFailedSource, limits } from './policy.js';
import { Pauses } from './pauses.js';
import { troubleOf } from './trouble.js';
import { onWake } from './wake.js';

export interface ComebackContext {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  settings(): NetworkSettings;
  /** Best first; it is not empty. */
  readonly sources: readonly SourceInput[];
  /** Seconds. */
  readonly startTime: number;
  /** Ends with these sources. */
  readonly signal: AbortSignal;
  /** Starts an attempt; `fresh` when it is another source. */
  begin(source: SourceInput, startTime: number, fresh: boolean): void;
}

/** Milliseconds that a page gets to answer with a fresh address. */
const renewal = 10_000;

/** Seconds behind the live edge from which on a viewer is in the past on purpose. */
const onPurpose = 15;

/** What happens after an attempt at one of some sources has failed: a fresh address, a new engine, a pause, the next source, or the end. */
export class Comeback {
  readonly #context: ComebackContext;
  readonly #pauses = new Pauses();
  readonly #sources: SourceInput[];
  #waiting = new AbortController();
  #index = 0;
  #live = false;
  #played = false;
  #looks = 0;
  #rebuilds: number[] = [];
  #barren = 0;
  /** Seconds at which the engine before this one ended. */
  #ended = -1;
  /** Seconds on the video's line, or behind the live edge; and when that was. */
  #place: { readonly time: number; readonly behind: number; readonly at: number };

  constructor(context: ComebackContext) {
    this.#context = context;
    const { video, session, sources, startTime, signal } = context;
    this.#sources = [...sources];
    this.#place = { time: startTime, behind: 0, at: 0 };
    listen(video, 'playing', () => this.#plays(), signal);
    // Before an engine hears of it: dash.js takes the source away at once, and the place with it.
    listen(video, 'error', () => this.notePlace(session.stream.current.live), signal);
    onWake(() => this.#pauses.wake(), signal);
    listen(globalThis.window, 'online', () => this.#online(), signal);
    session.stream.subscribe(({ live }) => live && (this.#live = true), signal);
    signal.addEventListener('abort', () => this.#waiting.abort(), { once: true });
  }

  /** This is a live channel: it has shown itself as one, or the page says so. */
  get live(): boolean {
    return this.#live || this.#context.settings().streamType === 'live';
  }

  /** Remembers where the viewer is, before the video forgets. */
  notePlace(live: LiveInfo | null | undefined): void {
    const { currentTime, seekable } = this.#context.video;
    if (currentTime <= 0 || !this.#played) return;
    const end = live && seekable.length > 0 ? seekable.end(seekable.length - 1) : NaN;
    const behind = end - currentTime;
    this.#place = { time: live ? 0 : currentTime, behind: behind > onPurpose ? behind : 0, at: performance.now() };
  }

  /** The viewer asks for another try: the first source again, from where it stood. */
  retry(): void {
    this.#waiting.abort();
    this.#context.session.abandon();
    this.#index = this.#looks = 0;
    this.#rebuilds = [];
    this.#ended = -1;
    this.#again(true);
    void this.#context.session.play().catch(() => undefined);
  }

  /** An attempt ended in an error. */
  failed(error: PlayerError): void {
    const { session } = this.#context;
    session.abandon();
    // A live time line begins anew with each engine, so that nothing can be said of its places.
    const time = this.live ? NaN : this.#place.time;
    this.#barren = Math.abs(time - this.#ended) < 1 ? this.#barren + 1 : 0;
    this.#ended = time;
    const now = performance.now();
    this.#rebuilds = this.#rebuilds.filter((at) => now - at < limits.rebuildWindow);
    const { code, retryable } = error;
    const step = afterFailedSource({
      code,
      retryable,
      live: this.live,
      played: this.#played,
      more: this.#index + 1 < this.#sources.length,
      rebuilds: this.#rebuilds.length,
      barren: this.#barren,
      looks: this.#looks,
      renewable: this.#context.settings().refreshSource !== undefined
    });
    if (step.do === 'end') return session.become('failed', error);
    if (step.do === 'renew') return void this.#renew(error);
    if (step.do === 'next') {
      this.#index += 1;
      session.health.count('sources');
      return this.#again(true);
    }
    if (step.do === 'wait') this.#looks += 1;
    else this.#rebuilt(now);
    void this.#after(step.after, error, step.do === 'wait');
  }

  /** A fresh address stands for a source from now on. */
  renewed(src: string, index = this.#index): void {
    this.#sources[index] = { ...this.#sources[index]!, src };
    this.#context.session.name(this.#sources);
  }

  /** The engine lives and does nothing. */
  wedged(): void {
    this.failed(new PlayerError('engine/failed', 'The video stopped moving.'));
  }

  /** The encoder of the channel began anew; the old engine would wait for numbers that come in hours. */
  restart(): void {
    this.#context.session.health.count('restarts');
    this.#place = { time: 0, behind: 0, at: 0 };
    this.#played = false;
    this.#again(false);
  }

  #rebuilt(now: number): void {
    this.#rebuilds.push(now);
    this.#context.session.health.count('rebuilds');
  }

  #plays(): void {
    this.#played = true;
    this.#looks = 0;
  }

  /** The network is back: a source that was lost for lack of it gets another chance, unasked. */
  #online(): void {
    const { status, error } = this.#context.session;
    if (status === 'failed' && error?.code.startsWith('network/')) this.#again(false);
  }

  /** Waits, says so, and tries the same source again. */
  async #after(ms: number, error: PlayerError, absent: boolean): Promise<void> {
    const { session } = this.#context;
    const { signal } = (this.#waiting = new AbortController());
    session.become('loading', null, troubleOf(absent ? 'waiting' : 'reconnecting', error, ms));
    this.#wish();
    try {
      if (ms > 0) await this.#pauses.wait(ms, signal);
    } catch {
      return;
    }
    this.#again(false);
  }

  #again(fresh: boolean): void {
    const { video, begin, session, signal } = this.#context;
    const source = this.#sources[this.#index];
    if (!source || signal.aborted) return;
    const { time, behind, at } = this.#place;
    const { wanted } = session;
    begin(source, time, fresh);
    session.wanted = wanted;
    this.#wish();
    if (behind === 0) return;
    // A live time line may begin elsewhere in a new engine; the distance to now is what stays.
    const stop = new AbortController();
    const seek = () => {
      if (video.seekable.length === 0) return;
      stop.abort();
      const to = video.seekable.end(video.seekable.length - 1) - behind - (performance.now() - at) / 1000;
      video.currentTime = Math.max(to, video.seekable.start(0));
    };
    listen(video, 'canplay', seek, AbortSignal.any([stop.signal, signal]));
    listen(session, 'source', () => stop.abort(), stop.signal);
  }

  /** The wish to play outlives the engine it was told to. */
  #wish(): void {
    const { session } = this.#context;
    if (session.wanted && session.status === 'loading' && !session.startsSoon) void session.play().catch(() => undefined);
  }

  async #renew(error: PlayerError): Promise<void> {
    const { settings, session } = this.#context;
    const { signal } = (this.#waiting = new AbortController());
    const index = this.#index;
    this.#rebuilt(performance.now());
    session.health.count('renewals');
    session.become('loading', null, { kind: 'reconnecting', error });
    this.#wish();
    try {
      const late = new Promise<never>((_, reject) => AbortSignal.timeout(renewal).addEventListener('abort', () => reject(error)));
      const src = await Promise.race([settings().refreshSource!(this.#sources[index]!.src), late]);
      if (signal.aborted) return;
      this.renewed(src, index);
      this.#again(false);
    } catch {
      if (!signal.aborted) session.become('failed', error);
    }
  }
}
