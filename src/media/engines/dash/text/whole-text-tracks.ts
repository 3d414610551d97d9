import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../../lib/listen.js';

/** The part of dash.js's `StreamProcessor` that is used here. */
interface StreamProcessor {
  getType(): string;
  getMediaInfo(): { readonly isFragmented?: boolean } | null;
  getBufferController(): { setIsBufferingCompleted(value: boolean): void } | null;
  getScheduleController(): { startScheduleTimer(): void } | null;
  setExplicitBufferingTime(seconds: number): void;
}

/**
 * Loads the whole text track of an on-demand presentation while `fetch()`'s signal is active, because dash.js loads only the part to be
 * played next.
 */
export class WholeTextTracks {
  readonly #player: MediaPlayerClass;
  readonly #video: HTMLVideoElement;
  #wholeTextSignal: AbortSignal | undefined;

  constructor(player: MediaPlayerClass, video: HTMLVideoElement) {
    this.#player = player;
    this.#video = video;
  }

  get #active(): boolean {
    return this.#wholeTextSignal?.aborted === false && !this.#player.isDynamic();
  }

  /** Returns the buffer level in seconds to report to dash.js: 0 for text, so that it requests segments until none is left. */
  level(type: string, reported: number): number {
    return type === 'text' && this.#active ? 0 : reported;
  }

  fetch(wholeTextSignal: AbortSignal): void {
    this.#wholeTextSignal = wholeTextSignal;
    this.#start();
    listen(this.#video.textTracks, 'change', () => this.#start(), wholeTextSignal);
  }

  /** Starts at the beginning of the stream, because the viewer may have started later. */
  #start(): void {
    if (!this.#active) return;
    const stream = this.#player.getActiveStream();
    const processor = (stream?.getStreamProcessors() as StreamProcessor[] | undefined)?.find((candidate) => candidate.getType() === 'text');
    // A text track in a single file is already loaded completely.
    if (!stream || !processor?.getMediaInfo()?.isFragmented) return;
    processor.getBufferController()?.setIsBufferingCompleted(false);
    processor.setExplicitBufferingTime(stream.getStartTime());
    processor.getScheduleController()?.startScheduleTimer();
  }
}
