/** The ranges that a buffer has lost, as `bufferedchange` tells them. */
class Removed extends Event {
  readonly addedRanges = ranges();
  readonly removedRanges: TimeRanges;

  constructor(start: number, end: number) {
    super('bufferedchange');
    this.removedRanges = ranges([start, end]);
  }
}

const ranges = (...list: [number, number][]): TimeRanges => ({
  length: list.length,
  start: (index) => list[index]![0],
  end: (index) => list[index]![1]
});

/** What a test tells the browser to do. */
export interface Managed {
  /** Its source, as soon as one was made. */
  readonly source: MediaSource | undefined;
  /** The browser wants data, or has enough. */
  stream(wanted: boolean): void;
  /** The browser throws media away, as when memory is short. */
  evict(start: number, end: number): Promise<void>;
  /** Makes it the browser again that it was. */
  leave(): void;
}

/**
 * Makes this browser an iPhone, as far as Media Source goes: there is `ManagedMediaSource` and no `MediaSource`.
 *
 * It follows https://www.w3.org/TR/media-source-2/ ("Managed Media Source"): data is asked for with `startstreaming`, no more with
 * `endstreaming`, and what the browser throws away is told with `bufferedchange`. And it follows WebKit in that a source opens only
 * where the video has `disableRemotePlayback`, or a second source for AirPlay.
 */
export function manageMediaSource(): Managed {
  const { MediaSource: Plain } = globalThis;
  const before = Object.getOwnPropertyDescriptor(globalThis, 'ManagedMediaSource');
  let source: ManagedMediaSource | undefined;
  const made = (created: ManagedMediaSource) => void (source = created);

  class ManagedMediaSource extends Plain {
    streaming = false;

    constructor() {
      super();
      made(this);
      this.addEventListener('sourceopen', (event) => {
        const videos = [...document.querySelectorAll('video')];
        const open = videos.some(({ readyState, disableRemotePlayback }) => readyState === 0 && disableRemotePlayback);
        if (open) queueMicrotask(() => this.tell(true));
        else event.stopImmediatePropagation();
      });
    }

    tell(wanted: boolean): void {
      this.streaming = wanted;
      this.dispatchEvent(new Event(wanted ? 'startstreaming' : 'endstreaming'));
    }
  }

  Reflect.deleteProperty(globalThis, 'MediaSource');
  Object.defineProperty(globalThis, 'ManagedMediaSource', { configurable: true, writable: true, value: ManagedMediaSource });
  return {
    get source() {
      return source;
    },
    stream: (wanted) => source!.tell(wanted),
    async evict(start, end) {
      for (const buffer of source!.sourceBuffers) {
        const quiet = () => new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
        while (buffer.updating) await quiet();
        const removed = quiet();
        buffer.remove(start, end);
        await removed;
        buffer.dispatchEvent(new Removed(start, end));
      }
    },
    leave() {
      Object.defineProperty(globalThis, 'MediaSource', { configurable: true, writable: true, value: Plain });
      if (before) Object.defineProperty(globalThis, 'ManagedMediaSource', before);
      else Reflect.deleteProperty(globalThis, 'ManagedMediaSource');
    }
  };
}
