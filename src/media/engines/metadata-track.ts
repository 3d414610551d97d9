import { listen } from '../../lib/listen.js';
import { isLost } from '../withdrawn/remove-cues.js';

/** A metadata cue in the shape that Safari and hls.js expose: a `key` and its `data`. Times in seconds. */
interface MetadataCue {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly key: string;
  readonly data: string;
}

/** Adds a hidden text track for metadata cues. It is a `<track>` element, because a track made with `addTextTrack` can never be removed. */
export class MetadataTrack {
  readonly #element = document.createElement('track');
  readonly #cues: VTTCue[] = [];

  constructor(video: HTMLVideoElement, label: string, signal: AbortSignal) {
    const element = this.#element;
    Object.assign(element, { kind: 'metadata', label });
    // A browser clears the cues of a new track when it finds that the track has no file; WebKit does so without an event.
    const restore = () => this.#cues.filter(isLost).forEach((cue) => element.track.addCue(cue));
    element.addEventListener('error', restore, { once: true, signal });
    listen(video, 'loadeddata canplay', restore, signal);
    const attach = () => {
      video.append(element);
      element.track.mode = 'hidden';
      restore();
    };
    // WebKit waits for the file of a track that is added before the video's metadata has loaded, and this one has no file.
    if (video.readyState > HTMLMediaElement.HAVE_NOTHING) attach();
    else video.addEventListener('loadedmetadata', attach, { once: true, signal });
    signal.addEventListener('abort', () => element.remove(), { once: true });
  }

  /** Adds a cue unless one with the same id and start exists; its `value` holds key and data, its text the data. */
  add({ start, end, id, key, data }: MetadataCue): void {
    if (this.#cues.some((cue) => cue.id === id && cue.startTime === start)) return;
    const cue = Object.assign(new VTTCue(start, Math.max(start, end), data), { id, value: { key, data } });
    this.#cues.push(cue);
    if (this.#element.isConnected) this.#element.track.addCue(cue);
  }
}
