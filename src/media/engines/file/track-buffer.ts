import { listen, once } from '../../../lib/listen.js';
import { rangesOf, type TimeRange } from '../../../lib/time-ranges.js';
import { PlayerError } from '../../error.js';

/** Seconds before the playback position that stay buffered, for a seek back. */
const maxSecondsBehind = 30;
/** Seconds more that may be buffered before they are removed, because each removal takes time. */
const removalTolerance = 10;

/** A source buffer and what its appends wait for. */
export class TrackBuffer {
  readonly #video: HTMLVideoElement;
  readonly #buffer: SourceBuffer;

  constructor(video: HTMLVideoElement, buffer: SourceBuffer) {
    this.#video = video;
    this.#buffer = buffer;
  }

  get updating(): boolean {
    return this.#buffer.updating;
  }

  /** Returns the buffered range that contains a time in seconds. */
  rangeAt(seconds: number): TimeRange | undefined {
    return rangesOf(this.#buffer.buffered).find(({ start, end }) => seconds >= start && seconds < end);
  }

  /** Shifts what is appended from now on by these seconds. */
  async shift(seconds: number, signal: AbortSignal): Promise<void> {
    await this.#whenIdle(signal);
    this.#buffer.timestampOffset = seconds;
  }

  /** Removes everything, and accepts another codec from now on. */
  async reset(mimeType: string, signal: AbortSignal): Promise<void> {
    await this.#whenIdle(signal);
    this.#buffer.remove(0, Infinity);
    await this.#whenIdle(signal);
    this.#buffer.changeType(mimeType);
  }

  /**
   * Appends bytes, and removes what was played long ago. A seek does not wait for the removal, unless the browser accepts no more bytes.
   * @throws PlayerError `media/decode` when the browser rejects the bytes; the signal's reason when it aborts
   */
  async append(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    for (let secondsBehind = maxSecondsBehind; ; secondsBehind = 1) {
      const isFirstAttempt = secondsBehind === maxSecondsBehind;
      await this.#whenIdle(signal);
      if (!isFirstAttempt || !this.#video.seeking)
        await this.#removeBefore(this.#video.currentTime - secondsBehind, isFirstAttempt ? removalTolerance : 0, signal);
      try {
        this.#buffer.appendBuffer(bytes as Uint8Array<ArrayBuffer>);
        break;
      } catch (cause) {
        if ((cause as DOMException).name !== 'QuotaExceededError')
          throw new PlayerError('media/decode', 'The browser does not accept this file.', { cause });
      }
      if (!isFirstAttempt) await once(this.#video, 'timeupdate seeking', [signal, 'abort']);
    }
    const listeners = new AbortController();
    let hasFailed = false;
    listen(this.#buffer, 'error', () => (hasFailed = true), listeners.signal);
    await this.#whenIdle(signal).finally(() => listeners.abort());
    if (hasFailed) throw new PlayerError('media/decode', 'The video is damaged and cannot be decoded.');
  }

  async #removeBefore(end: number, tolerance: number, signal: AbortSignal): Promise<void> {
    const [firstRange] = rangesOf(this.#buffer.buffered);
    if (!firstRange || firstRange.start >= end - tolerance) return;
    this.#buffer.remove(0, end);
    await this.#whenIdle(signal);
  }

  /** Waits until the buffer can be changed. */
  async #whenIdle(signal: AbortSignal): Promise<void> {
    while (this.#buffer.updating && !signal.aborted) await once(this.#buffer, 'updateend', [signal, 'abort']);
    signal.throwIfAborted();
  }
}
