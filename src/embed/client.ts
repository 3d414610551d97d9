import { ownOptions } from '../lib/own.js';
import { FrameConnection } from './frame-connection.js';
import { readState, type EmbedMethod, type EmbedState } from './protocol.js';
import { EmbedError } from './embed-error.js';

export { EmbedError } from './embed-error.js';
export type { EmbedChoice, EmbedEvent, EmbedState } from './protocol.js';

export interface JetEmbedOptions {
  /** Milliseconds after which an unanswered call is rejected; 5000 by default. */
  readonly timeout?: number;
}

const unknownState: EmbedState = Object.freeze({
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

const ignoreError = (): void => undefined;

/**
 * Controls a player in an iframe from the page that contains it; members are named as on `<video>`.
 *
 * Properties return the last state the frame reported; setting one sends a command without waiting for the result. Methods return
 * promises that reject with an `EmbedError` after `timeout` without an answer. Events are those of `<video>`: `play`, `pause`,
 * `timeupdate`, `ended`, `error` and so on. The connection closes when the iframe is removed from the page.
 */
export class JetEmbed extends EventTarget {
  /** Resolves when the frame answers (a lazy iframe answers late). Rejects when it has no source, refuses this page or is removed. */
  readonly ready: Promise<void>;
  readonly #connection: FrameConnection;
  #state = unknownState;

  constructor(iframe: HTMLIFrameElement, options: JetEmbedOptions = {}) {
    super();
    const { timeout = 5000 } = ownOptions(options);
    this.#connection = new FrameConnection(iframe, timeout, ({ event, state }) => {
      if (state) this.#state = Object.freeze(state);
      this.dispatchEvent(new Event(event));
    });
    this.ready = this.#connection.ready.then(async () => {
      // Without control the frame sends events only, so there is no state to request.
      if (this.#connection.mayControl) await this.refresh();
    });
    this.ready.catch(ignoreError);
  }

  /** Whether this page may send commands; without control it receives `play`, `pause`, `ended` and `error` only. */
  get controllable(): boolean {
    return this.#connection.mayControl;
  }
  /** The last reported state, as one frozen object. */
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
  /** The code of the error that ended playback, or null. */
  get error(): string | null {
    return this.#state.error;
  }

  /** Seconds. */
  get currentTime(): number {
    return this.#state.currentTime;
  }
  set currentTime(seconds: number) {
    this.seek(seconds).catch(ignoreError);
  }
  /** 0 to 1. */
  get volume(): number {
    return this.#state.volume;
  }
  set volume(level: number) {
    this.setVolume(level).catch(ignoreError);
  }
  get muted(): boolean {
    return this.#state.muted;
  }
  set muted(muted: boolean) {
    this.setMuted(muted).catch(ignoreError);
  }
  get loop(): boolean {
    return this.#state.loop;
  }
  set loop(loop: boolean) {
    this.setLoop(loop).catch(ignoreError);
  }
  /** 1 is normal speed. */
  get playbackRate(): number {
    return this.#state.playbackRate;
  }
  set playbackRate(rate: number) {
    this.setPlaybackRate(rate).catch(ignoreError);
  }

  /** Resolves when playback starts. Rejects with the code `playback/refused` when the browser requires a user gesture inside the frame. */
  play(): Promise<void> {
    return this.#command('playback.play');
  }
  pause(): Promise<void> {
    return this.#command('playback.pause');
  }
  seek(seconds: number): Promise<void> {
    return this.#command('time.seek', seconds);
  }
  /** Seeks forward by `seconds`, or back when negative. */
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
  /** Takes a rendition's id from `state.renditions`, or `auto`. */
  chooseRendition(id: string): Promise<void> {
    return this.#command('quality.choose', id);
  }
  chooseAudioTrack(id: string): Promise<void> {
    return this.#command('audio.choose', id);
  }
  /** Takes a track's id from `state.captionTracks`, or null to turn captions off. */
  chooseCaptions(id: string | null): Promise<void> {
    return this.#command('captions.choose', id);
  }
  toggleCaptions(): Promise<void> {
    return this.#command('captions.toggle');
  }
  seekToLiveEdge(): Promise<void> {
    return this.#command('live.seekToEdge');
  }
  /** Retries playback after an error. */
  retry(): Promise<void> {
    return this.#command('source.retry');
  }
  /** Requests the current state from the frame. */
  async refresh(): Promise<EmbedState> {
    const state = readState(await this.#connection.call('state.get'));
    if (!state) throw new EmbedError('failed', 'The frame sent an invalid state.');
    return (this.#state = Object.freeze(state));
  }

  /** Closes the connection, rejects pending calls and stops listening to the frame. */
  destroy(): void {
    this.#connection.close(new EmbedError('closed', 'The connection was closed.'));
  }

  /** Sends a command and refreshes the state before it resolves. */
  async #command(method: EmbedMethod, ...args: unknown[]): Promise<void> {
    await this.#connection.call(method, ...args);
    await this.refresh();
  }
}
