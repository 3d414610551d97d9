import type Hls from 'hls.js';
import type { Fragment, MediaFragment } from 'hls.js';
import { listen } from '../../../lib/listen.js';
import { rangeAt, rangesOf } from '../../../lib/time-ranges.js';
import { readWhole } from '../../network/response-timing.js';
import type { EngineContext } from '../engine.js';
import { byteRange, type FetchedSegment } from './loader.js';

/**
 * Switches a video on demand to a chosen rendition at the playback position. hls.js alone switches at the start of a later segment. It can
 * also empty its buffer first, but then playback stops until the new segment has been fetched. So this class fetches that segment while the
 * old rendition plays on, and then lets hls.js replace its buffer. Where that would not be faster, hls.js switches at a later segment.
 */
export class RenditionSwitch {
  readonly #context: EngineContext;
  readonly #hls: Hls;
  readonly #events: typeof Hls.Events;
  readonly #fetched: FetchedSegment;
  /** Aborts the switch that has not finished. */
  #current = new AbortController();

  constructor(hls: Hls, events: typeof Hls.Events, context: EngineContext, fetched: FetchedSegment) {
    this.#hls = hls;
    this.#events = events;
    this.#context = context;
    this.#fetched = fetched;
  }

  /** Switches to a level; -1 selects one automatically. */
  choose(level: number): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.#fetched.discard();
    const { stream, video } = this.#context;
    // Otherwise hls.js itself requests the segment at the playback position.
    const isBuffered = rangeAt(rangesOf(video.buffered), video.currentTime) !== undefined;
    if (isBuffered && level !== -1 && level !== this.#hls.currentLevel && !stream.current.live) this.#whenPlaylistLoaded(level);
    else this.#hls.nextLevel = level;
  }

  #whenPlaylistLoaded(level: number): void {
    const signal = AbortSignal.any([this.#current.signal, this.#context.signal]);
    // Loads the playlist, and leaves the buffer as it is.
    this.#hls.loadLevel = level;
    const onPlaylist = () => {
      const fragments = this.#hls.levels[level]?.details?.fragments;
      if (!fragments) return;
      this.#hls.off(this.#events.LEVEL_UPDATED, onPlaylist);
      if (!signal.aborted) void this.#switch(level, fragments, signal);
    };
    this.#hls.on(this.#events.LEVEL_UPDATED, onPlaylist);
    signal.addEventListener('abort', () => this.#hls.off(this.#events.LEVEL_UPDATED, onPlaylist), { once: true });
    onPlaylist();
  }

  async #switch(level: number, fragments: readonly MediaFragment[], signal: AbortSignal): Promise<void> {
    const { video } = this.#context;
    const fragment = fragments.find((candidate) => contains(candidate, video.currentTime));
    const hasFetched = fragment && this.#arrivesInTime(level, fragment) && (await this.#fetch(fragment, signal));
    if (signal.aborted) return;
    if (!hasFetched || !contains(fragment, video.currentTime)) return void (this.#hls.nextLevel = level);
    this.#decodeWhenBuffered(level, fragment, signal);
    // Empties the buffer, so that hls.js requests the segment.
    this.#hls.currentLevel = level;
  }

  /** Whether the segment is likely to arrive before playback reaches its end. */
  #arrivesInTime(level: number, { duration, end }: MediaFragment): boolean {
    const { video } = this.#context;
    const bitrate = this.#hls.levels[level]?.bitrate ?? Infinity;
    return video.paused || (duration * bitrate) / this.#hls.bandwidthEstimate < (end - video.currentTime) / video.playbackRate;
  }

  /** Resolves to false when the request fails, or playback leaves the segment before it has arrived. */
  async #fetch(fragment: MediaFragment, signal: AbortSignal): Promise<boolean> {
    const { guard, video } = this.#context;
    const request = new AbortController();
    const ownSignal = AbortSignal.any([signal, request.signal]);
    listen(video, 'timeupdate seeking', () => contains(fragment, video.currentTime) || request.abort(), ownSignal);
    const range = byteRange(fragment.byteRangeStartOffset, fragment.byteRangeEndOffset);
    try {
      const response = await guard.fetch(fragment.url, 'segment', { signal: ownSignal, ...(range && { headers: { range } }) });
      if (!response.ok) return false;
      this.#fetched.store(fragment.url, range, await readWhole(response, () => undefined));
      return true;
    } catch {
      // hls.js requests the segment itself then, and reports its error.
      return false;
    } finally {
      request.abort();
    }
  }

  /**
   * Seeks to the playback position when the new segment is buffered. The browser would otherwise continue at the next key frame, because it
   * has decoded a part of the old segment.
   */
  #decodeWhenBuffered(level: number, { sn }: MediaFragment, signal: AbortSignal): void {
    const { video } = this.#context;
    const done = new AbortController();
    const ownSignal = AbortSignal.any([signal, done.signal]);
    const onBuffered = (_: unknown, { frag }: { frag: Fragment }) => {
      if (frag.sn !== sn || frag.level !== level) return;
      done.abort();
      const position = video.currentTime;
      video.currentTime = position;
    };
    this.#hls.on(this.#events.FRAG_BUFFERED, onBuffered);
    ownSignal.addEventListener('abort', () => this.#hls.off(this.#events.FRAG_BUFFERED, onBuffered), { once: true });
    listen(video, 'seeking', () => done.abort(), ownSignal);
  }
}

const contains = ({ start, end }: MediaFragment, seconds: number): boolean => seconds >= start && seconds < end;
