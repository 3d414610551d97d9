import { listen, once } from '../../../lib/listen.js';
import { rangesOf, type TimeRange } from '../../../lib/time-ranges.js';
import { PlayerError } from '../../error.js';

/** Seconds behind the playback position that stay buffered, for a seek back. */
const keptBehind = 30;
/** Seconds more that may be buffered before they are removed, because each removal takes time. */
const slack = 10;

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
    await this.#idle(signal);
    this.#buffer.timestampOffset = seconds;
  }

  /** Removes everything, and accepts another codec from now on. */
  async reset(mimeType: string, signal: AbortSignal): Promise<void> {
    await this.#idle(signal);
    this.#buffer.remove(0, Infinity);
    await this.#idle(signal);
    this.#buffer.changeType(mimeType);
  }

  /**
   * Appends bytes, and removes what was played long ago.
   * @throws PlayerError `media/decode` when the browser rejects the bytes; the signal's reason when it aborts
   */
  async append(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    for (let behind = keptBehind; ; behind = 1) {
      await this.#removeBefore(this.#video.currentTime - behind, behind === keptBehind ? slack : 0, signal);
      try {
        this.#buffer.appendBuffer(bytes as Uint8Array<ArrayBuffer>);
        break;
      } catch (cause) {
        if ((cause as DOMException).name !== 'QuotaExceededError')
          throw new PlayerError('media/decode', 'The browser does not accept this file.', { cause });
      }
      if (behind !== keptBehind) await once(this.#video, 'timeupdate seeking', [signal, 'abort']);
    }
    const ended = new AbortController();
    let failed = false;
    listen(this.#buffer, 'error', () => (failed = true), ended.signal);
    await this.#idle(signal).finally(() => ended.abort());
    if (failed) throw new PlayerError('media/decode', 'The video is damaged and cannot be decoded.');
  }

  async #removeBefore(end: number, tolerance: number, signal: AbortSignal): Promise<void> {
    await this.#idle(signal);
    const [first] = rangesOf(this.#buffer.buffered);
    if (!first || first.start >= end - tolerance) return;
    this.#buffer.remove(0, end);
    await this.#idle(signal);
  }

  /** Waits until the buffer can be changed. */
  async #idle(signal: AbortSignal): Promise<void> {
    while (this.#buffer.updating && !signal.aborted) await once(this.#buffer, 'updateend', [signal, 'abort']);
    signal.throwIfAborted();
  }
}
