import type { TimeRange } from '../../../lib/time-ranges.js';
import type { MediaOutput } from '../engine.js';
import { removeFrames } from '../../withdrawn/remove-frames.js';

/**
 * Observes which Media Source an engine attaches to the video, and returns access to its buffers. `realm` is the engine's global object,
 * before it is passed to the engine; `first` is a Media Source that the player has attached itself. Frames of the `withdrawn` passages are
 * removed from its buffers.
 *
 * The engine may create others for previews, so the one whose URL the video has counts.
 */
export function observeOutput(realm: object, video: HTMLVideoElement, withdrawn: readonly TimeRange[], first?: MediaSource): MediaOutput {
  if (first) removeFrames(first, withdrawn);
  const sources = new Map<string, MediaSource>();
  const { URL: OriginalURL } = realm as { URL: typeof URL };
  class ObservedURL extends OriginalURL {
    static override createObjectURL(object: Blob | MediaSource): string {
      const url = OriginalURL.createObjectURL(object);
      if (object instanceof Blob) return url;
      sources.set(url, object);
      removeFrames(object, withdrawn);
      return url;
    }
  }
  Object.assign(realm, { URL: ObservedURL });
  const attachedSource = () => sources.get(video.src || (video.querySelector('source')?.src ?? '')) ?? first;
  return {
    bufferedEnd() {
      const source = attachedSource();
      if (source?.readyState !== 'open') return null;
      const ends = [...source.sourceBuffers].map(({ buffered }) => (buffered.length > 0 ? buffered.end(buffered.length - 1) : 0));
      return ends.length > 0 ? Math.max(...ends) : null;
    },
    end() {
      const source = attachedSource();
      if (source?.readyState === 'open' && [...source.sourceBuffers].every(({ updating }) => !updating)) source.endOfStream();
    }
  };
}
