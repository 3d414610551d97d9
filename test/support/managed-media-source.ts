/** The ranges that a buffer has lost, as `bufferedchange` reports them. */
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

/** The controls with which a test simulates the browser's decisions. */
export interface ManagedMediaSourceControls {
  /** The media source, once one was created. */
  readonly source: MediaSource | undefined;
  /** Reports that the browser needs data, or has enough. */
  setStreaming(needed: boolean): void;
  /** Removes media from the buffer, as the browser does when memory is short. */
  evict(start: number, end: number): Promise<void>;
  /** Restores the original browser. */
  restore(): void;
}

/**
 * Gives this browser the Media Source of an iPhone: there is `ManagedMediaSource` and no `MediaSource`.
 *
 * It follows https://www.w3.org/TR/media-source-2/ ("Managed Media Source"): `startstreaming` requests data, `endstreaming` ends the request,
 * and `bufferedchange` reports removed ranges. It follows WebKit in that a source opens only if the video has `disableRemotePlayback`, or a
 * second source for AirPlay.
 */
export function simulateManagedMediaSource(): ManagedMediaSourceControls {
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
        if (open) queueMicrotask(() => this.setStreaming(true));
        else event.stopImmediatePropagation();
      });
    }

    setStreaming(streaming: boolean): void {
      this.streaming = streaming;
      this.dispatchEvent(new Event(streaming ? 'startstreaming' : 'endstreaming'));
    }
  }

  Reflect.deleteProperty(globalThis, 'MediaSource');
  Object.defineProperty(globalThis, 'ManagedMediaSource', { configurable: true, writable: true, value: ManagedMediaSource });
  return {
    get source() {
      return source;
    },
    setStreaming: (needed) => source!.setStreaming(needed),
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
    restore() {
      Object.defineProperty(globalThis, 'MediaSource', { configurable: true, writable: true, value: Plain });
      if (before) Object.defineProperty(globalThis, 'ManagedMediaSource', before);
      else Reflect.deleteProperty(globalThis, 'ManagedMediaSource');
    }
  };
}
