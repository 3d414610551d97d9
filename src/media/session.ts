import { once } from '../lib/listen.js';
import { Store } from '../lib/store.js';
import { houseRules, type PolicyOptions } from '../policy/rules/index.js';
import { noStream, type Engine, type EngineType, type StreamState } from './engine.js';
import { engineTypes } from './engines/index.js';
import { PlayerError, toPlayerError } from './error.js';
import type { Session, SessionStatus } from './feature.js';
import { Guard, type Blocked } from './guard.js';
import { checkType, fetchManifest, identify } from './manifest.js';
import { toSource, type Source, type SourceInput } from './source.js';

/** What the publisher decides about the network; read at every request, so a change holds at once. */
export interface NetworkSettings extends PolicyOptions {
  /** `error`, the default, refuses redirects; `follow` checks where they ended. */
  readonly redirects?: 'error' | 'follow';
  /** `omit`, the default, sends no cookie. */
  readonly credentials?: RequestCredentials;
  /** Lets the browser play HLS by itself where there is no Media Source; the guard cannot see inside. */
  readonly nativeHls?: boolean;
}

/** The origin of an address the publisher wrote; naming it is allowing it. */
function originOf(src: string, base: URL): string | undefined {
  const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
  return url?.protocol.startsWith('http') ? url.origin : undefined;
}

/**
 * Takes sources from their address to a playing engine, one at a time.
 *
 * Each attempt lives under one `AbortSignal`: a new source, a fatal error or the player's end aborts it, and its engine, requests
 * and listeners go with it. Events: `status`, `source` (a new attempt begins), `intent` (`startsSoon` changed), `blocked`,
 * `refused` (the browser does not let it start with sound).
 */
export class PlayerSession extends EventTarget implements Session {
  readonly guard: Guard;
  readonly stream = new Store<StreamState>(noStream);
  engine: Engine | undefined;
  engineName: EngineType['name'] | null = null;
  error: PlayerError | null = null;
  status: SessionStatus = 'idle';
  lastBlocked: Blocked | undefined;
  startsSoon = false;

  readonly #video: HTMLVideoElement;
  readonly #settings: () => NetworkSettings;
  readonly #end: AbortSignal;
  #sources: readonly SourceInput[] = [];
  #named: readonly string[] = [];
  #life = new AbortController();
  /** Seconds at which the last attempt stood when it ended. */
  #place = 0;

  constructor(video: HTMLVideoElement, settings: () => NetworkSettings, end: AbortSignal) {
    super();
    this.#video = video;
    this.#settings = settings;
    this.#end = end;
    end.addEventListener('abort', () => this.#stop(), { once: true });
    this.guard = new Guard({
      page: new URL(video.ownerDocument.location.href),
      base: new URL(video.baseURI),
      rules: () => houseRules({ ...settings(), allow: [...(settings().allow ?? []), ...this.#named] }),
      credentials: () => settings().credentials ?? 'omit',
      redirects: () => settings().redirects ?? 'error',
      onBlocked: (blocked) => {
        this.lastBlocked = blocked;
        this.dispatchEvent(new Event('blocked'));
      }
    });
  }

  /** Plays the first of `sources` that can be played; an empty list empties the player. */
  load(sources: readonly SourceInput[]): void {
    this.#sources = sources;
    this.#named = sources.map(({ src }) => originOf(src, this.guard.base)).filter((origin) => origin !== undefined);
    if (sources.length > 0) void this.#begin(0, 0);
    else {
      this.#stop();
      this.#become('idle', null);
    }
  }

  retry(): void {
    if (this.#sources.length === 0) return;
    this.#stop();
    void this.#begin(0, this.#place);
    void this.play().catch(() => undefined);
  }

  /** A new source empties the video, and with it every wish to play, so the wish is kept here until an engine has taken over. */
  async play(): Promise<void> {
    this.#intend(this.status === 'loading');
    while (this.startsSoon && this.status === 'loading') await once(this, 'status intent');
    const takenBack = this.status === 'loading';
    this.#intend(false);
    if (takenBack) throw new DOMException('Playing was taken back before the source was there.', 'AbortError');
    if (this.error) throw this.error;
    try {
      await this.#video.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.dispatchEvent(new Event('refused'));
      throw error;
    }
  }

  pause(): void {
    this.#intend(false);
    this.#video.pause();
  }

  #intend(startsSoon: boolean): void {
    if (startsSoon === this.startsSoon) return;
    this.startsSoon = startsSoon;
    this.dispatchEvent(new Event('intent'));
  }

  #stop(): void {
    const { currentTime, duration } = this.#video;
    // Where the viewer was, for a retry; a live presentation goes on without him.
    if (currentTime > 0) this.#place = Number.isFinite(duration) ? currentTime : 0;
    this.#life.abort();
    this.engine = undefined;
    this.engineName = null;
    this.stream.patch(noStream);
  }

  #become(status: SessionStatus, error: PlayerError | null): void {
    this.status = status;
    this.error = error;
    this.dispatchEvent(new Event('status'));
  }

  async #begin(index: number, startTime: number): Promise<void> {
    this.#stop();
    if (this.#end.aborted) return;
    this.#place = startTime;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const fail = (error: PlayerError) => {
      if (signal.aborted) return;
      if (index + 1 < this.#sources.length) return void this.#begin(index + 1, startTime);
      this.#stop();
      this.#become('failed', error);
    };
    this.#become('loading', null);
    this.dispatchEvent(new Event('source'));
    try {
      await this.#play(this.#sources[index]!, startTime, signal, fail);
    } catch (error) {
      fail(toPlayerError(error));
    }
  }

  async #play(input: SourceInput, startTime: number, signal: AbortSignal, fail: (error: PlayerError) => void): Promise<void> {
    const { guard, stream } = this;
    const declared = toSource(input, guard.base);
    const expected = declared.type && this.#engineFor({ ...declared, type: declared.type });
    // The engine's code and the manifest come at the same time; a failed import is met below, where it is awaited.
    const code = expected?.load();
    code?.catch(() => undefined);
    const manifest = declared.type === 'file' ? undefined : await fetchManifest(guard, declared.url, signal);
    const found = manifest ? identify(manifest) : 'file';
    checkType(declared.type, found, declared.url);
    const source: Source = { ...declared, type: found };
    const type = this.#engineFor(source);
    await type.load().catch((cause: unknown) => {
      throw new PlayerError('engine/load-failed', 'A part of the player could not be loaded.', { cause });
    });
    signal.throwIfAborted();
    const engine = await type.start({ video: this.#video, source, guard, stream, signal, manifest, startTime, fail });
    signal.throwIfAborted();
    this.engine = engine;
    this.engineName = type.name;
    this.#become('ready', null);
  }

  #engineFor(source: Source): EngineType {
    const options = { nativeHls: this.#settings().nativeHls ?? false };
    const type = engineTypes.find((candidate) => candidate.canPlay(source, options));
    if (type) return type;
    throw new PlayerError('source/unsupported', 'This browser cannot play this kind of video.');
  }
}
