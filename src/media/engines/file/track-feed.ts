import type { EncodedPacket } from 'mediabunny';
import { concat } from '../../../lib/concat.js';
import { once } from '../../../lib/listen.js';
import type { FileTrack } from './container.js';
import { FragmentWriter } from './fragment.js';
import type { TrackBuffer } from './track-buffer.js';

/** Seconds of media in one append. */
const fragmentSeconds = 0.5;
/** Positions in a file without an index are exact up to here, and estimated after it. */
const maxExactSeconds = 30;
/** What is buffered at most after the playback position, in seconds and in bytes. */
const maxAheadSeconds = 60;
const maxAheadBytes = { video: 50_000_000, audio: 10_000_000 } as const;

interface TrackFeedContext {
  readonly video: HTMLVideoElement;
  /** Of the file, in seconds. */
  readonly duration: number;
  /** Seconds by which the timestamps of the file are shifted, so that it starts at zero. */
  readonly offset: number;
  /** Resolves when more than the first fragment may be buffered. */
  readonly used: Promise<void>;
  readonly signal: AbortSignal;
  /** Called when everything up to the end of the track is buffered. */
  onEnd(): void;
  /** Called when the track cannot be read or appended. */
  onError(error: unknown): void;
}

/** Feeds a track from a file to its source buffer, from the playback position on. */
export class TrackFeed {
  readonly #context: TrackFeedContext;
  readonly #track: FileTrack;
  readonly #buffer: TrackBuffer;
  readonly #writer: FragmentWriter | undefined;
  #run = new AbortController();
  /** Where the feed has begun since the last seek, and the end of what it has appended, in seconds of the video. */
  #from = 0;
  #position = 0;
  /** What has been appended and not been played, with the end in seconds. */
  #ahead: { readonly end: number; readonly bytes: number }[] = [];
  ended = false;

  constructor(track: FileTrack, buffer: TrackBuffer, context: TrackFeedContext) {
    this.#track = track;
    this.#buffer = buffer;
    this.#context = context;
    this.#writer = track.fragments ? new FragmentWriter(track.fragments.timescale) : undefined;
  }

  get updating(): boolean {
    return this.#buffer.updating;
  }

  /** Appends the init segment, and feeds from a time in seconds on. */
  start(seconds: number): void {
    this.#restart(seconds, this.#track.fragments?.init);
  }

  /** Feeds from another time on, unless the feed reaches it or it is buffered. */
  seek(seconds: number): void {
    const range = this.#buffer.rangeAt(seconds);
    const position = this.#position;
    if (range && position >= range.start && position <= range.end + 1) return;
    if (!range && !this.ended && seconds >= position && seconds <= position + 1) return;
    this.#restart(range?.end ?? seconds);
  }

  #restart(seconds: number, init?: Uint8Array): void {
    const { signal, onError } = this.#context;
    this.#run.abort();
    this.#run = new AbortController();
    const run = AbortSignal.any([this.#run.signal, signal]);
    this.#from = this.#position = seconds;
    this.#ahead = [];
    this.ended = false;
    this.#feed(seconds, init, run).catch((error: unknown) => run.aborted || onError(error));
  }

  async #feed(seconds: number, init: Uint8Array | undefined, run: AbortSignal): Promise<void> {
    const { used, onEnd, duration } = this.#context;
    const { frames } = this.#track;
    // A short seek reads on from the start, whose timestamps are exact.
    const near = seconds > maxExactSeconds ? await frames?.from(seconds, duration) : undefined;
    const sink = near ?? this.#track.sink;
    const offset = near ? seconds : this.#context.offset;
    await this.#buffer.shift(offset, run);
    this.#writer?.restart();
    if (init) await this.#buffer.append(init, run);
    const first = (await sink.getKeyPacket(seconds - offset)) ?? (await sink.getFirstKeyPacket());
    if (!this.#writer && first) await this.#buffer.shift(first.timestamp + offset, run);
    const packets = first ? sink.packets(first) : undefined;
    run.addEventListener('abort', () => void packets?.return(), { once: true });
    let next = await packets?.next();
    for (let count = 0; next && !next.done; count++) {
      if (count === 1) await used;
      await this.#room(run);
      const group: EncodedPacket[] = [];
      let start = Infinity;
      let latest = -Infinity;
      for (; !next.done; next = await packets!.next()) {
        run.throwIfAborted();
        const { timestamp } = next.value;
        // Only before a frame that is later than all others: then no frame of the next fragment is shown before one of this.
        if (timestamp > latest && latest - start >= fragmentSeconds) break;
        // Samples before zero are encoder delay (ISO/IEC 14496-12, 8.6.6), and no time before zero can be written.
        if (timestamp < 0 && this.#track.type === 'audio') continue;
        group.push(next.value);
        start = Math.min(start, timestamp);
        latest = Math.max(latest, timestamp);
      }
      if (group.length > 0) await this.#append(group, latest + offset, run);
    }
    run.throwIfAborted();
    this.ended = true;
    onEnd();
  }

  async #append(group: readonly EncodedPacket[], latest: number, run: AbortSignal): Promise<void> {
    const bytes = this.#writer?.write(group) ?? new Uint8Array(concat(group.map(({ data }) => data)));
    await this.#buffer.append(bytes, run);
    this.#position = latest + (group.at(-1)?.duration ?? 0);
    this.#ahead.push({ end: this.#position, bytes: bytes.byteLength });
  }

  /** Waits until there is room after the playback position. */
  async #room(run: AbortSignal): Promise<void> {
    const { video } = this.#context;
    const isFull = () => {
      const { currentTime } = video;
      this.#ahead = this.#ahead.filter(({ end }) => end > currentTime);
      const bytes = this.#ahead.reduce((sum, each) => sum + each.bytes, 0);
      return this.#position - Math.max(currentTime, this.#from) > maxAheadSeconds || bytes > maxAheadBytes[this.#track.type];
    };
    while (isFull()) {
      await once(video, 'timeupdate seeking', [run, 'abort']);
      run.throwIfAborted();
    }
  }
}
