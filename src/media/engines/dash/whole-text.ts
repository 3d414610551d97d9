import type { MediaPlayerClass } from 'dashjs';
import { listen } from '../../../lib/listen.js';

/** As much of dash.js's loading of one type of media as is asked here. */
interface Loading {
  getType(): string;
  getMediaInfo(): { readonly isFragmented?: boolean } | null;
  getBufferController(): { setIsBufferingCompleted(value: boolean): void } | null;
  getScheduleController(): { startScheduleTimer(): void } | null;
  setExplicitBufferingTime(seconds: number): void;
}

/** The text of a film, all of it, for as long as somebody reads it. dash.js itself asks only for what is about to be played. */
export class WholeText {
  #reader: AbortSignal | undefined;

  constructor(
    private readonly player: MediaPlayerClass,
    private readonly video: HTMLVideoElement
  ) {}

  get #wanted(): boolean {
    return this.#reader?.aborted === false && !this.player.isDynamic();
  }

  /** How much text dash.js is to think it has: nothing, and it asks for the next segment until there is none. */
  level(type: string, counted: number): number {
    return type === 'text' && this.#wanted ? 0 : counted;
  }

  fetch(reader: AbortSignal): void {
    this.#reader = reader;
    this.#begin();
    listen(this.video.textTracks, 'change', () => this.#begin(), reader);
  }

  /** From the beginning, for the viewer may have come in later. */
  #begin(): void {
    if (!this.#wanted) return;
    const stream = this.player.getActiveStream();
    const loading = (stream?.getStreamProcessors() as Loading[] | undefined)?.find((one) => one.getType() === 'text');
    // A text that is one file is there as a whole.
    if (!stream || !loading?.getMediaInfo()?.isFragmented) return;
    loading.getBufferController()?.setIsBufferingCompleted(false);
    loading.setExplicitBufferingTime(stream.getStartTime());
    loading.getScheduleController()?.startScheduleTimer();
  }
}
