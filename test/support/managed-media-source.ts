/** The event `bufferedchange` of a managed source buffer that has removed a range. */
class BufferedChangeEvent extends Event {
  readonly addedRanges = createTimeRanges();
  readonly removedRanges: TimeRanges;

  constructor(start: number, end: number) {
    super('bufferedchange');
    this.removedRanges = createTimeRanges([start, end]);
  }
}

const createTimeRanges = (...list: [number, number][]): TimeRanges => ({
  length: list.length,
  start: (index) => list[index]![0],
  end: (index) => list[index]![1]
});

/** The controls with which a test simulates the browser's decisions. */
export interface ManagedMediaSourceControls {
  /** The media source, once one was created. */
  readonly source: MediaSource | undefined;
  /** Reports that the browser needs data, or has enough. */
  setStreaming(isDataNeeded: boolean): void;
  /** Removes media from the buffer, as the browser does when memory is short. */
  evict(start: number, end: number): Promise<void>;
  /** Restores the browser's own Media Source. */
  restore(): void;
}

/**
 * Replaces the Media Source of this browser with that of an iPhone: there is `ManagedMediaSource` and no `MediaSource`.
 *
 * It follows https://www.w3.org/TR/media-source-2/ ("Managed Media Source"): `startstreaming` requests data, `endstreaming` ends the
 * request, and `bufferedchange` reports removed ranges. It follows WebKit in that a source opens only if the video has
 * `disableRemotePlayback`, or a second source for AirPlay.
 */
export function simulateManagedMediaSource(): ManagedMediaSourceControls {
  const { MediaSource: OriginalMediaSource } = globalThis;
  const originalDescriptor = Object.getOwnPropertyDescriptor(globalThis, 'ManagedMediaSource');
  let source: ManagedMediaSource | undefined;
  const saveSource = (created: ManagedMediaSource) => void (source = created);

  class ManagedMediaSource extends OriginalMediaSource {
    streaming = false;

    constructor() {
      super();
      saveSource(this);
      this.addEventListener('sourceopen', (event) => {
        const videos = [...document.querySelectorAll('video')];
        const canOpen = videos.some(({ readyState, disableRemotePlayback }) => readyState === 0 && disableRemotePlayback);
        if (canOpen) queueMicrotask(() => this.setStreaming(true));
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
    setStreaming: (isDataNeeded) => source!.setStreaming(isDataNeeded),
    async evict(start, end) {
      for (const buffer of source!.sourceBuffers) {
        const nextUpdateEnd = () => new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
        while (buffer.updating) await nextUpdateEnd();
        const removed = nextUpdateEnd();
        buffer.remove(start, end);
        await removed;
        buffer.dispatchEvent(new BufferedChangeEvent(start, end));
      }
    },
    restore() {
      Object.defineProperty(globalThis, 'MediaSource', { configurable: true, writable: true, value: OriginalMediaSource });
      if (originalDescriptor) Object.defineProperty(globalThis, 'ManagedMediaSource', originalDescriptor);
      else Reflect.deleteProperty(globalThis, 'ManagedMediaSource');
    }
  };
}
