import { listen } from '../../../../lib/listen.js';
import type { FileText } from './text-index.js';
import { isLost } from '../../../withdrawn/remove-cues.js';

/** The cues of one text with at most this many seconds between them are one, which the fragments of a file divide. */
const maxSplitSeconds = 0.002;
/** As many cues of one moment may continue in another fragment. */
const maxCuesAtOnce = 4;

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
    const restore = () => this.#cues.filter(isLost).forEach((cue) => element.track.addCue(cue));
    element.addEventListener('error', restore, { signal });
    listen(video.textTracks, 'change', restore, signal);
    listen(video, 'loadeddata canplay seeked', restore, signal);
  }

  /** Adds a cue with a WebVTT text, from `start` to `end` in seconds, or extends one that continues in another fragment. */
  add(start: number, end: number, text: string): void {
    const continued = this.#cues.slice(-maxCuesAtOnce).find((cue) => cue.text === text && Math.abs(cue.endTime - start) < maxSplitSeconds);
    if (continued) {
      continued.endTime = end;
      return;
    }
    const cue = new VTTCue(start, end, text);
    this.#cues.push(cue);
    this.#element.track.addCue(cue);
  }
}
