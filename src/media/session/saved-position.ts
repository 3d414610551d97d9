import { listen } from '../../lib/listen.js';
import type { Load } from './load.js';

/** Distance to the live edge above which the viewer counts as having sought back deliberately. */
const minDeliberateDelaySeconds = 15;

/** Where the next attempt continues: at a playback position, or on a live stream at a distance to the live edge. */
export class SavedPosition {
  /** In seconds; 0 on a live stream. */
  time: number;
  readonly #load: Load;
  /** Distance to the live edge in seconds; 0 if the viewer has not sought back. */
  #delay = 0;
  /** When the delay was saved, in milliseconds of `performance.now()`. */
  #savedAt = 0;

  constructor(load: Load) {
    this.#load = load;
    this.time = load.startTime;
  }

  /** Saves the playback position before the video resets it. `hasPlayed` tells whether an engine has played the source. */
  save(hasPlayed: boolean): void {
    const { currentTime, seekable } = this.#load.video;
    const { live } = this.#load.session.stream.current;
    // Before playback, only a seek of the viewer counts, on demand; the watchdog's nudges are shorter than a second.
    const hasSought = live === null && Math.abs(currentTime - this.time) > 1;
    if (currentTime <= 0 || !(hasPlayed || hasSought)) return;
    const end = live && seekable.length > 0 ? seekable.end(seekable.length - 1) : NaN;
    this.time = live ? 0 : currentTime;
    this.#delay = end - currentTime > minDeliberateDelaySeconds ? end - currentTime : 0;
    this.#savedAt = performance.now();
  }

  /** Forgets the position: the next attempt starts where its engine chooses. */
  reset(): void {
    this.time = this.#delay = 0;
  }

  /**
   * Seeks to the saved distance to the live edge when the next engine can play, because it may start its live timeline elsewhere. Another
   * source cancels it.
   */
  restoreLiveOffset(): void {
    const { video, session, signal } = this.#load;
    const delay = this.#delay;
    const savedAt = this.#savedAt;
    if (delay === 0) return;
    const restoring = new AbortController();
    const seek = () => {
      if (video.seekable.length === 0) return;
      restoring.abort();
      const target = video.seekable.end(video.seekable.length - 1) - delay - (performance.now() - savedAt) / 1000;
      video.currentTime = Math.max(target, video.seekable.start(0));
    };
    listen(video, 'canplay', seek, AbortSignal.any([restoring.signal, signal]));
    listen(session, 'source', () => restoring.abort(), restoring.signal);
  }
}
