import { Link } from './link.js';
import type { EmbedMethod, EmbedState } from './protocol.js';
import { EmbedError } from './embed-error.js';

export { EmbedError } from './embed-error.js';
export type { EmbedChoice, EmbedEvent, EmbedState } from './protocol.js';

export interface JetEmbedOptions {
  /** Milliseconds after which a call that nobody answers is rejected. */
  readonly timeout?: number;
}

const unknown: EmbedState = Object.freeze({
  paused: true,
  ended: false,
  seeking: false,
  muted: false,
  loop: false,
  currentTime: 0,
  duration: NaN,
  volume: 1,
  playbackRate: 1,
  streamType: 'unknown',
  renditions: [],
  rendition: 'auto',
  audioTracks: [],
  audioTrack: null,
  captionTracks: [],
  captions: null,
  error: null
});

const ignore = (): void => undefined;

/**
 * A player in an iframe, seen from the page that holds it; its names are those of `<video>`.
 *
 * Properties tell what the frame said last; writing one sends a command and forgets it. Methods return promises that reject with
 * an `EmbedError` after five seconds without an answer. Events arrive as they do from a `<video>`: `play`, `pause`, `timeupdate`,
 * `ended`, `error` and so on. It ends by itself when the iframe leaves the page.
 */
export class JetEmbed extends EventTarget {
  /** Resolves when the frame has answered; rejects when it plays nothing, refuses this page or is gone. A lazy iframe may take its time. */
  readonly ready: Promise<void>;
  readonly #link: Link;
  #state = unknown;

  constructor(iframe: HTMLIFrameElement, { timeout = 5000 }: JetEmbedOptions = {}) {
    super();
    this.#link = new Link(iframe, timeout, ({ event, state }) => {
      if (state) this.#state = Object.freeze(state);
      this.dispatchEvent(new Event(event));
    });
    this.ready = this.#link.ready.then(async () => {
      // Without control there is no state to ask for, only events to hear.
      if (this.#link.control) await this.refresh();
    });
    this.ready.catch(ignore);
  }

  /** Whether this page may give commands; without it, it hears `play`, `pause`, `ended` and `error`. */
  get controllable(): boolean {
    return this.#link.control;
  }
  /** All that is known, as one frozen object. */
  get state(): EmbedState {
    return this.#state;
  }
  get paused(): boolean {
    return this.#state.paused;
  }
  get ended(): boolean {
    return this.#state.ended;
  }
  get seeking(): boolean {
    return this.#state.seeking;
  }
  /** Seconds; `Infinity` when live, `NaN` when not known. */
  get duration(): number {
    return this.#state.duration;
  }
  /** The code of what ended the playing, or null. */
  get error(): string | null {
    return this.#state.error;
  }

  /** Seconds. */
  get currentTime(): number {
    return this.#state.currentTime;
  }
  set currentTime(seconds: number) {
    this.seek(seconds).catch(ignore);
  }
  /** 0 to 1. */
  get volume(): number {
    return this.#state.volume;
  }
  set volume(level: number) {
    this.setVolume(level).catch(ignore);
  }
  get muted(): boolean {
    return this.#state.muted;
  }
  set muted(muted: boolean) {
    this.setMuted(muted).catch(ignore);
  }
  get loop(): boolean {
    return this.#state.loop;
  }
  set loop(loop: boolean) {
    this.setLoop(loop).catch(ignore);
  }
  /** 1 is normal. */
  get playbackRate(): number {
    return this.#state.playbackRate;
  }
  set playbackRate(rate: number) {
    this.setPlaybackRate(rate).catch(ignore);
  }

  /** Resolves when it plays. Rejects with the code `playback/refused` where the browser wants a click inside the frame. */
  play(): Promise<void> {
    return this.#command('playback.play');
  }
  pause(): Promise<void> {
    return this.#command('playback.pause');
  }
  seek(seconds: number): Promise<void> {
    return this.#command('time.seek', seconds);
  }
  /** Forward by seconds, or back when negative. */
  skip(seconds: number): Promise<void> {
    return this.#command('time.skip', seconds);
  }
  /** 0 to 1; any level above 0 also unmutes. */
  setVolume(level: number): Promise<void> {
    return this.#command('volume.setLevel', level);
  }
  setMuted(muted: boolean): Promise<void> {
    return this.#command('volume.setMuted', muted);
  }
  setPlaybackRate(rate: number): Promise<void> {
    return this.#command('playback.setRate', rate);
  }
  setLoop(loop: boolean): Promise<void> {
    return this.#command('loop.set', loop);
  }
  /** A rendition's id from `state.renditions`, or `auto`. */
  chooseRendition(id: string): Promise<void> {
    return this.#command('quality.choose', id);
  }
  chooseAudioTrack(id: string): Promise<void> {
    return this.#command('audio.choose', id);
  }
  /** A track's id from `state.captionTracks`, or null for none. */
  chooseCaptions(id: string | null): Promise<void> {
    return this.#command('captions.choose', id);
  }
  toggleCaptions(): Promise<void> {
    return this.#command('captions.toggle');
  }
  seekToLiveEdge(): Promise<void> {
    return this.#command('live.seekToEdge');
  }
  /** Tries again after an error. */
  retry(): Promise<void> {
    return this.#command('error.retry');
  }
  /** Asks for the state of this moment. */
  async refresh(): Promise<EmbedState> {
    return (this.#state = Object.freeze((await this.#link.call('state.get')) as EmbedState));
  }

  /** Ends the connection; open calls are rejected, and nothing is listened to any longer. */
  destroy(): void {
    this.#link.close(new EmbedError('closed', 'The connection was ended.'));
  }

  /** Carries out a command, and knows the state after it when it resolves. */
  async #command(method: EmbedMethod, ...args: unknown[]): Promise<void> {
    await this.#link.call(method, ...args);
    await this.refresh();
  }
}
