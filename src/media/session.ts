import { listen, once } from '../lib/listen.js';
import { Store } from '../lib/store.js';
import { houseRules } from '../policy/rules/index.js';
import type { Receiver } from './casting/receiver.js';
import { openEarly } from './engines/open-early.js';
import { noStream, type Engine, type EngineType, type StreamState } from './engine.js';
import { notLoaded, toPlayerError, type PlayerError } from './error.js';
import type { Session, SessionStatus } from './feature.js';
import { Guard, type Blocked } from './guard.js';
import { headStart } from './head-start/head-start.js';
import { credentialsFor, type NetworkSettings } from './network-settings.js';
import { HealthCounters } from './recovery/health.js';
import type { Trouble } from './recovery/trouble.js';
import type { Showing } from './showing.js';
import type { Source, SourceInput } from './source.js';
import { warmEngine } from './warm-engine.js';

/** The origin of an address the publisher wrote; naming it is allowing it. */
function originOf(src: string, base: URL): string | undefined {
  const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
  return url?.protocol.startsWith('http') ? url.origin : undefined;
}

/**
 * Takes sources from their address to a playing engine, one at a time, and back there when something goes wrong.
 *
 * Each attempt lives under one `AbortSignal`: a new source, an engine that gave up or the player's end aborts it, and its engine,
 * requests and listeners go with it. What watches over it, and what comes after a failure, is in `showing`, which comes with the first
 * source. Events: `status`, `source` (another source begins), `trouble`, `intent` (`startsSoon` changed), `blocked`,
 * `refused` (the browser does not let it start with sound), `receiver` (another device plays, or no longer), `told` (a command was
 * given; its name is the detail), `opt-ins` (they changed), `stats` (how a source was watched; the sums are the detail).
 */
export class PlayerSession extends EventTarget implements Session {
  readonly guard: Guard;
  readonly stream = new Store<StreamState>(noStream);
  readonly health = new HealthCounters();
  engine: Engine | undefined;
  engineName: EngineType['name'] | null = null;
  source: Source | undefined;
  receiver: Receiver | undefined;
  error: PlayerError | null = null;
  status: SessionStatus = 'idle';
  trouble: Trouble | null = null;
  lastBlocked: Blocked | undefined;
  startsSoon = false;
  /** Somebody wants it to play. @internal */
  wanted = false;

  readonly #video: HTMLVideoElement;
  readonly #settings: () => NetworkSettings;
  readonly #end: AbortSignal;
  #named: readonly string[] = [];
  /** What was loaded last, until something else is. */
  #load = { sources: [] as readonly SourceInput[], startTime: 0, life: new AbortController() };
  #showing: Showing | undefined;
  #life = new AbortController();

  constructor(video: HTMLVideoElement, settings: () => NetworkSettings, end: AbortSignal) {
    super();
    this.#video = video;
    this.#settings = settings;
    this.#end = end;
    listen(video, 'play', () => (this.wanted = true), end);
    // Where a source is taken away the browser says `emptied` and not `pause`, so a pause is somebody's will, or the end, or an error.
    listen(video, 'pause', () => this.status === 'ready' && !video.ended && !video.error && (this.wanted = false), end);
    end.addEventListener('abort', () => this.abandon(), { once: true });
    this.guard = new Guard({
      page: new URL(video.ownerDocument.location.href),
      base: new URL(video.baseURI),
      rules: () => houseRules({ ...settings(), allow: [...(settings().allow ?? []), ...this.#named] }),
      credentials: (url) => credentialsFor(url, settings()),
      redirects: () => settings().redirects ?? 'error',
      hook: () => settings().requestHook,
      onBlocked: (blocked) => {
        this.lastBlocked = blocked;
        this.dispatchEvent(new Event('blocked'));
      }
    });
  }

  /** Plays the first of `sources` that can be played, from `startTime` seconds on; an empty list empties the player. */
  load(sources: readonly SourceInput[], startTime = 0): void {
    this.abandon();
    this.#load.life.abort();
    this.#load = { sources, startTime, life: new AbortController() };
    this.#showing = undefined;
    this.wanted = false;
    this.guard.signatures.clear();
    this.name(sources);
    if (sources.length > 0) return void this.#begin(sources[0]!, startTime, true);
    // A wish to play goes with what was to be played.
    this.#intend(false);
    this.become('idle', null);
  }

  /** The origins of these sources may be contacted. */
  name(sources: readonly SourceInput[]): void {
    this.#named = sources.map(({ src }) => originOf(src, this.guard.base)).filter((origin) => origin !== undefined);
  }

  /** Brings the code that a source will need; nothing of the source itself is fetched. */
  warmUp(source: SourceInput): void {
    warmEngine(source, this.guard.base, this.#settings().nativeHls ?? false);
    import('./begin.js').catch(() => undefined);
  }

  retry(): void {
    if (this.#showing) return this.#showing.retry();
    const { sources, startTime } = this.#load;
    if (sources.length === 0) return;
    this.load(sources, startTime);
    void this.play().catch(() => undefined);
  }

  /**
   * A new source empties the video, and with it every wish to play, so the wish is kept here until an engine has taken over; and where
   * that one breaks down, until there is another, or none any more.
   */
  async play(): Promise<void> {
    if (this.receiver) return this.receiver.video.play();
    this.wanted = true;
    do {
      const waits = this.status === 'loading' && !this.#end.aborted;
      this.#intend(waits);
      while (this.startsSoon && this.status === 'loading') await once(this, 'status intent');
      const takenBack = waits && (this.status === 'loading' || this.status === 'idle' || this.#end.aborted);
      this.#intend(false);
      if (takenBack) throw new DOMException('Playing was taken back before the source was there.', 'AbortError');
      if (this.error) throw this.error;
    } while (!(await this.#start()));
  }

  /** Asks the video to play. False when what it plays broke down before it could, and there is news of that. @throws DOMException as `play` of the video does */
  async #start(): Promise<boolean> {
    const video = this.#video;
    try {
      await video.play();
      return true;
    } catch (error) {
      if ((error as DOMException).name === 'NotAllowedError') {
        this.dispatchEvent(new Event('refused'));
        throw error;
      }
      // A pause would have taken the wish back. A video that breaks down says that it cannot play before it says why.
      if (this.wanted && this.status === 'ready' && !this.#end.aborted)
        await once(this, 'status', [video, 'playing pause'], [this.#end, 'abort']);
      if (!this.wanted || this.#end.aborted) throw error;
      if (this.status === 'ready' && !video.paused) return true;
      if (this.status === 'ready' || this.status === 'idle') throw error;
      return false;
    }
  }

  pause(): void {
    if (this.receiver) return this.receiver.video.pause();
    this.wanted = false;
    this.#intend(false);
    this.#video.pause();
  }

  /** Lets another device play in the place of the video, or the video again. */
  delegate(receiver: Receiver | undefined): void {
    this.receiver = receiver;
    this.dispatchEvent(new Event('receiver'));
  }

  #intend(startsSoon: boolean): void {
    if (startsSoon === this.startsSoon) return;
    this.startsSoon = startsSoon;
    this.dispatchEvent(new Event('intent'));
  }

  /** Enters a status, with the trouble that goes with it; an attempt under way reports its own. */
  become(status: SessionStatus, error: PlayerError | null, trouble: Trouble | null = null): void {
    this.status = status;
    this.error = error;
    this.#trouble(trouble);
    this.dispatchEvent(new Event('status'));
  }

  #trouble(trouble: Trouble | null): void {
    const same = trouble?.kind === this.trouble?.kind && trouble?.error.code === this.trouble?.error.code;
    if (same && trouble?.pause === this.trouble?.pause) return;
    this.trouble = trouble;
    this.dispatchEvent(new Event('trouble'));
  }

  /** Ends the attempt under way; what was asked of it is let go. */
  abandon(): void {
    this.#showing?.leave();
    this.#life.abort();
    this.guard.cool();
    this.engine = undefined;
    this.engineName = null;
    this.source = undefined;
    this.stream.patch(noStream);
    if (this.#end.aborted) this.#intend(false);
  }

  /** Begins to play a source; `fresh` says that it is another one, and not the same once more. */
  async #begin(source: SourceInput, startTime: number, fresh: boolean): Promise<void> {
    this.abandon();
    if (this.#end.aborted) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const video = this.#video;
    const { guard } = this;
    const { nativeHls = false, maxHeight = Infinity, drm } = this.#settings();
    const expected = warmEngine(source, guard.base, nativeHls);
    const first = expected && headStart(expected, { guard, video, startTime, maxHeight, signal });
    // A decoder of protected media is let go of by the engine, and before the video gets another source.
    const opened = drm ? undefined : expected && openEarly(video, expected.engine, signal);
    // What is told now takes its time; the line is at work already.
    this.become('loading', null, fresh ? null : this.trouble);
    if (fresh) this.dispatchEvent(new Event('source'));
    listen(video, 'loadeddata', () => guard.cool(), signal);
    try {
      const { Showing } = await import('./begin.js').catch(notLoaded);
      signal.throwIfAborted();
      const showing = (this.#showing ??= this.#show(Showing));
      const playing = await showing.begin(source, { signal, nativeHls, drm, maxHeight, startTime, first, opened });
      signal.throwIfAborted();
      this.engine = playing.engine;
      this.engineName = playing.name;
      this.source = playing.source;
      this.become('ready', null, playing.trouble);
    } catch (error) {
      if (signal.aborted) return;
      const failure = toPlayerError(error);
      if (this.#showing) return this.#showing.failed(failure);
      this.abandon();
      this.become('failed', failure);
    }
  }

  #show(Type: typeof Showing): Showing {
    return new Type({
      video: this.#video,
      session: this,
      settings: this.#settings,
      ...this.#load,
      signal: AbortSignal.any([this.#load.life.signal, this.#end]),
      begin: (...how) => void this.#begin(...how),
      troubled: (trouble) => this.#trouble(trouble ?? (this.status === 'loading' ? this.trouble : null))
    });
  }
}
