import { setMaxListeners } from 'node:events';
import { vi } from 'vitest';

/** Ranges of seconds, each as its start and end. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** Returns ranges in the form in which a video reports them. */
export const timeRanges = (ranges: Ranges): TimeRanges => ({
  length: ranges.length,
  start: (index) => ranges[index]![0],
  end: (index) => ranges[index]![1]
});

/** A text track of `FakeTextTracks`. As in a browser, its list dispatches `change` after its mode was set. */
export class FakeTextTrack {
  #mode: TextTrackMode = 'disabled';

  constructor(
    private readonly list: EventTarget,
    readonly label: string,
    readonly language: string,
    readonly kind: TextTrackKind
  ) {}

  get mode(): TextTrackMode {
    return this.#mode;
  }

  set mode(mode: TextTrackMode) {
    if (mode === this.#mode) return;
    this.#mode = mode;
    queueMicrotask(() => this.list.dispatchEvent(new Event('change')));
  }
}

/** The text tracks of a video. As in a browser, the list dispatches `addtrack` after a track was added. */
export class FakeTextTracks extends EventTarget {
  #tracks: FakeTextTrack[] = [];

  [Symbol.iterator](): Iterator<FakeTextTrack> {
    return this.#tracks.values();
  }

  add(label: string, language: string, kind: TextTrackKind = 'subtitles'): FakeTextTrack {
    const track = new FakeTextTrack(this, label, language, kind);
    this.#tracks.push(track);
    queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('addtrack'), { track })));
    return track;
  }

  /** Removes all tracks. */
  clear(): void {
    this.#tracks = [];
  }
}

/** A video element without a decoder, which is not paused at first: a test sets its state and dispatches its events. */
export class FakeVideo extends EventTarget {
  paused = false;
  ended = false;
  seeking = false;
  /** `HAVE_ENOUGH_DATA`, unless a test sets another. */
  readyState = 4;
  duration = NaN;
  videoHeight = 0;
  buffered = timeRanges([]);
  seekable = timeRanges([]);
  readonly textTracks = new FakeTextTracks();
  /** The targets of all seeks so far, in seconds. */
  readonly seeks: number[] = [];
  #currentTime = 0;

  get currentTime(): number {
    return this.#currentTime;
  }

  /** Seeks, without an event. */
  set currentTime(seconds: number) {
    this.seeks.push(seconds);
    this.#currentTime = seconds;
  }

  /** Sets the position that playback has reached, in seconds, without a seek. */
  reach(seconds: number): void {
    this.#currentTime = seconds;
  }

  dispatch(type: string): void {
    this.dispatchEvent(new Event(type));
  }

  /** This video where the player's code expects a real one. */
  get element(): HTMLVideoElement {
    return this as unknown as HTMLVideoElement;
  }
}

/** Replaces the globals that the player's code uses with those of a visible page, until `vi.unstubAllGlobals`. */
export function fakePage() {
  // Node.js warns of the eleventh listener of one signal; a browser does not.
  setMaxListeners(0);
  const document = Object.assign(new EventTarget(), { hidden: false });
  const window = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', window);
  vi.stubGlobal('HTMLMediaElement', { HAVE_NOTHING: 0, HAVE_FUTURE_DATA: 3 });
  return {
    window,
    setHidden(hidden: boolean) {
      document.hidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    }
  };
}
