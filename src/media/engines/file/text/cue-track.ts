import { listen } from '../../../../lib/listen.js';
import type { FileText } from './text-index.js';

/** Adds a text track of a file to the video. It is a `<track>` element, because a track made with `addTextTrack` can never be removed. */
export class CueTrack {
  readonly #element = document.createElement('track');
  readonly #cues: VTTCue[] = [];

  constructor(video: HTMLVideoElement, { kind, label, language }: FileText, signal: AbortSignal) {
    const element = this.#element;
    Object.assign(element, { kind, label, srclang: language });
    signal.addEventListener('abort', () => element.remove(), { once: true });
    video.append(element);
    // Chromium shows captions whose mode no script has set while others are shown.
    for (const mode of ['hidden', 'disabled'] as const) element.track.mode = mode;
    // A browser clears the cues of a track when it finds that the track has no file; WebKit does so without an event.
    const restore = () => this.#cues.filter((cue) => !cue.track).forEach((cue) => element.track.addCue(cue));
    element.addEventListener('error', restore, { signal });
    listen(video.textTracks, 'change', restore, signal);
    listen(video, 'loadeddata canplay seeked', restore, signal);
  }

  /** Adds a cue with a WebVTT text, from `start` to `end` in seconds. */
  add(start: number, end: number, text: string): void {
    const cue = new VTTCue(start, end, text);
    this.#cues.push(cue);
    this.#element.track.addCue(cue);
  }
}
