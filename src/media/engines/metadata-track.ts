import { listen } from '../../lib/listen.js';

/** A cue of metadata as pages know it from Safari and from hls.js: what it is by a key, and what it says. */
export interface MetadataCue {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly key: string;
  readonly data: string;
}

/**
 * A text track of metadata, which is never shown. It is an element, for a track made with `addTextTrack` can never be taken away again.
 */
export class MetadataTrack {
  readonly #element = document.createElement('track');
  readonly #cues: VTTCue[] = [];

  constructor(video: HTMLVideoElement, label: string, signal: AbortSignal) {
    const element = this.#element;
    Object.assign(element, { kind: 'metadata', label });
    // A browser forgets what is in a new track when it has found that there is no file; WebKit does so without a word.
    const restore = () => this.#cues.filter((cue) => !cue.track).forEach((cue) => element.track.addCue(cue));
    element.addEventListener('error', restore, { once: true, signal });
    listen(video, 'loadeddata canplay', restore, signal);
    const join = () => {
      video.append(element);
      element.track.mode = 'hidden';
      restore();
    };
    // WebKit waits for the file of a track that is there before the film is, and this one has none.
    if (video.readyState > HTMLMediaElement.HAVE_NOTHING) join();
    else video.addEventListener('loadedmetadata', join, { once: true, signal });
    signal.addEventListener('abort', () => element.remove(), { once: true });
  }

  /** Adds a cue, once for each id at its time; `value` holds its key and its data, as the text does. */
  add({ start, end, id, key, data }: MetadataCue): void {
    if (this.#cues.some((cue) => cue.id === id && cue.startTime === start)) return;
    const cue = Object.assign(new VTTCue(start, Math.max(start, end), data), { id, value: { key, data } });
    this.#cues.push(cue);
    if (this.#element.isConnected) this.#element.track.addCue(cue);
  }
}
