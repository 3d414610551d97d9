import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import { concat } from '../../../lib/concat.js';
import { once } from '../../../lib/listen.js';
import { overlappingRange, rangeAt, type TimeRange } from '../../../lib/time-ranges.js';
import { recordDecodableStart } from '../../withdrawn/decodable-start.js';
import type { FileTrack } from './container.js';
import { DamageFilter, FragmentReader } from './fragment-reader.js';
import type { FragmentWriter } from './formats/fragment-format.js';
import type { TrackBuffer } from './track-buffer.js';
import { failAtEnd, isPacketMissing } from './truncation.js';

/** Seconds that are appended before the video is used. */
const unusedSeconds = 0.5;
/** Seconds that are appended before the browser can play, because decoding the first frame and further appends delay each other. */
const waitingSeconds = 2;
/** While more seconds than this are buffered, there are pauses between appends, so that the page is not delayed. */
const hurriedSeconds = 10;
/** Milliseconds between two appends that are not urgent. */
const pauseBetweenAppendsMs = 100;
/** Up to here, a file without an index is read from its start; after it, the frames are searched for. */
const maxExactSeconds = 30;
/** Seconds by which a track may be read ahead of another, whose data are near its own in the file and are received with them. */
const maxLeadSeconds = 2;
/** Maximum that is buffered after the playback position, in seconds and in bytes. */
const maxAheadSeconds = 60;
const maxAheadBytes = { video: 50_000_000, audio: 10_000_000 } as const;

interface TrackFeedContext {
  readonly video: HTMLVideoElement;
  /** The duration of the file, in seconds. */
  readonly duration: number;
  /** Seconds by which the timestamps of the file are shifted, so that it starts at zero. */
  readonly offset: number;
  /** The withdrawn passages, in ascending order; they are left out. */
  readonly withdrawn: readonly TimeRange[];
  /** The feeds of all tracks. */
  feeds(): readonly TrackFeed[];
  /** Fires `append` after each append of any feed. */
  readonly appends: EventTarget;
  /** Resolves when more than half a second may be buffered. */
  readonly firstUse: Promise<void>;
  readonly signal: AbortSignal;
  /** Called when everything up to the end of the track is buffered. */
  onEnd(): void;
  /** Called when the track cannot be read or appended. */
  onError(error: unknown): void;
}

const writerOf = ({ format }: FileTrack) => format.fragments?.createWriter();

/** Returns the last key packet up to a timestamp, or the first one of the track if there is none; null if its data are missing. */
async function keyPacketFrom(sink: EncodedPacketSink, timestamp: number): Promise<EncodedPacket | null> {
  const key = await sink.getKeyPacket(timestamp);
  if (key || (await isPacketMissing(sink, undefined, timestamp))) return key;
  return sink.getFirstKeyPacket();
}

/** Feeds a track from a file to its source buffer, from the playback position on. */
export class TrackFeed {
  readonly #context: TrackFeedContext;
  #track: FileTrack;
  readonly #buffer: TrackBuffer;
  #writer: FragmentWriter | undefined;
  #lifetime = new AbortController();
  /** The init segment that is still to be appended. */
  #init: Uint8Array | undefined;
  /** Called after the first append of a track that replaces another one. */
  #onReplaced: (() => void) | undefined;
  /** Where the feed has begun since the last seek, in seconds of the video. */
  #startPosition = 0;
  /** The end of what it has appended since then, in seconds of the video. */
  #position = 0;
  /** The appends that have not been played to their end, which is in seconds. */
  #unplayedAppends: { readonly end: number; readonly bytes: number }[] = [];
  #damage: DamageFilter;
  ended = false;

  constructor(track: FileTrack, buffer: TrackBuffer, context: TrackFeedContext) {
    this.#track = track;
    this.#buffer = buffer;
    this.#context = context;
    this.#writer = writerOf(track);
    this.#damage = new DamageFilter(track);
  }

  /** The end of what has been appended since the last seek, in seconds of the video. */
  get position(): number {
    return this.#position;
  }

  get updating(): boolean {
    return this.#buffer.updating;
  }

  /** Gets an event `append` after each append to any track. */
  get appends(): EventTarget {
    return this.#context.appends;
  }

  /** Appends the init segment, and feeds from a time in seconds on. */
  start(seconds: number): void {
    this.#init = this.#track.format.fragments?.init;
    this.#feedFrom(seconds);
  }

  /** Replaces what is buffered with another track from a time in seconds on; calls `onReplaced` when its first bytes are buffered. */
  replace(track: FileTrack, seconds: number, onReplaced: () => void): void {
    this.#track = track;
    this.#damage = new DamageFilter(track);
    this.#writer = writerOf(track);
    this.#init = track.format.fragments?.init;
    this.#onReplaced = onReplaced;
    this.#feedFrom(seconds);
  }

  /** Whether a time and the media after it are buffered, or will be soon. */
  reaches(seconds: number): boolean {
    const range = this.#rangeAt(seconds);
    const position = this.#position;
    if (range) return position >= range.start && position <= range.end + 1;
    return !this.ended && seconds >= position && seconds <= position + 1;
  }

  /** Feeds from another time on, or from where the buffered range around it ends. */
  seek(seconds: number): void {
    this.#feedFrom(this.#rangeAt(seconds)?.end ?? seconds);
  }

  /** Returns the buffered range that contains a time, unless it is that of a track that is being replaced. */
  #rangeAt(seconds: number): TimeRange | undefined {
    return this.#onReplaced ? undefined : this.#buffer.rangeAt(seconds);
  }

  /** Feeds from a time in seconds on; what is buffered ahead counts from `startPosition` on. */
  #feedFrom(seconds: number, startPosition = seconds): void {
    const { signal, onError } = this.#context;
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    const run = AbortSignal.any([this.#lifetime.signal, signal]);
    this.#position = seconds;
    if (startPosition === seconds) this.#unplayedAppends = [];
    this.#startPosition = startPosition;
    this.ended = false;
    this.#feed(seconds, run).catch((error: unknown) => {
      if (run.aborted) return;
      // The library shares a read with the feed before a seek, and a seek ends every read.
      if ((error as Error).name === 'AbortError') this.#feedFrom(seconds);
      else onError(error);
    });
  }

  async #feed(seconds: number, run: AbortSignal): Promise<void> {
    const { firstUse, duration, video } = this.#context;
    const { frames } = this.#track;
    // A short seek reads on from the start, whose timestamps are exact.
    const found = seconds > maxExactSeconds ? await frames?.from(seconds, duration) : undefined;
    const sink = found?.sink ?? this.#track.sink;
    const offset = found?.start ?? this.#context.offset;
    // Before anything else is waited for, so that all tracks ask for their bytes at the same time.
    const key = keyPacketFrom(sink, seconds - offset);
    key.catch(() => undefined);
    if (this.#onReplaced) {
      // The other track plays on until this one has arrived.
      await key;
      await this.#buffer.reset(this.#track.format.mimeType, run);
    }
    await this.#buffer.shift(offset, run);
    this.#writer?.reset();
    if (this.#init) await this.#buffer.append(this.#init, run);
    this.#init = undefined;
    const keyPacket = await key;
    const firstPacket = await this.#afterPassage(keyPacket, sink, offset, seconds);
    if (keyPacket && !firstPacket) return this.#finish(run);
    if (!this.#writer && firstPacket) await this.#buffer.shift(firstPacket.timestamp + offset, run);
    this.#damage.reset();
    const reader = new FragmentReader({ sink, type: this.#track.type, damage: this.#damage, firstPacket, position: seconds - offset });
    while (reader.hasMore) {
      if (this.#position - seconds >= unusedSeconds) await firstUse;
      await this.#waitWhileFull(run);
      const { packets, latest } = await reader.read(run);
      if (packets.length > 0) await this.#append(packets, latest + offset, run);
      this.#onReplaced?.();
      this.#onReplaced = undefined;
      const passage = rangeAt(this.#context.withdrawn, this.#position);
      if (!passage) continue;
      if (passage.end >= duration) return this.#finish(run);
      return this.#feedFrom(passage.end, this.#startPosition);
    }
    run.throwIfAborted();
    if (await isPacketMissing(sink, reader.last, seconds - offset)) await failAtEnd(this.#position, duration, video, run);
    this.#finish(run, this.#position);
  }

  /** Ends the feed: nothing follows that may be shown. `position` is where the media end, in seconds of the video. */
  #finish(run: AbortSignal, position = this.#context.duration): void {
    // The run that a seek has started in the meantime has not ended.
    run.throwIfAborted();
    this.#position = position;
    this.ended = true;
    this.#context.appends.dispatchEvent(new Event('append'));
    this.#context.onEnd();
  }

  /**
   * Returns the key packet, or, if a withdrawn passage contains it or lies between it and a time in seconds, the first one after the passage;
   * null when there is none.
   */
  async #afterPassage(key: EncodedPacket | null, sink: EncodedPacketSink, offset: number, seconds: number): Promise<EncodedPacket | null> {
    for (let next = key; ;) {
      const start = (next?.timestamp ?? NaN) + offset;
      const passage = overlappingRange(this.#context.withdrawn, start, Math.max(start, seconds));
      if (!next || !passage) return next;
      next = await sink.getNextKeyPacket(next);
      if (next && next.timestamp + offset >= passage.end) recordDecodableStart(passage, next.timestamp + offset);
    }
  }

  async #append(packets: readonly EncodedPacket[], latest: number, run: AbortSignal): Promise<void> {
    const bytes = this.#writer?.write(packets) ?? new Uint8Array(concat(packets.map(({ data }) => data)));
    await this.#buffer.append(bytes, run);
    this.#position = latest + (packets.at(-1)?.duration ?? 0);
    this.#unplayedAppends.push({ end: this.#position, bytes: bytes.byteLength });
    this.#context.appends.dispatchEvent(new Event('append'));
  }

  /** Waits while enough is buffered after the playback position, or while another track is far behind this one. */
  async #waitWhileFull(run: AbortSignal): Promise<void> {
    const { video, feeds, appends } = this.#context;
    const isAheadOfOthers = () => feeds().some((each) => !each.ended && each.#position < this.#position - maxLeadSeconds);
    const secondsAhead = () => this.#position - Math.max(video.currentTime, this.#startPosition);
    const isFull = () => {
      const { currentTime } = video;
      this.#unplayedAppends = this.#unplayedAppends.filter(({ end }) => end > currentTime);
      const bytes = this.#unplayedAppends.reduce((sum, each) => sum + each.bytes, 0);
      const isWaiting = video.seeking || video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
      return secondsAhead() > (isWaiting ? waitingSeconds : maxAheadSeconds) || bytes > maxAheadBytes[this.#track.type];
    };
    while (isFull() || isAheadOfOthers()) {
      await once(video, 'timeupdate seeking seeked canplay', [appends, 'append'], [run, 'abort']);
      run.throwIfAborted();
    }
    if (secondsAhead() > hurriedSeconds) await once(AbortSignal.timeout(pauseBetweenAppendsMs), 'abort', [run, 'abort']);
  }
}
