import type { MediaOutput } from '../engine.js';

/**
 * Observes which Media Source an engine attaches, and returns access to its buffers. `realm` is the engine's global object, before it is
 * passed to the engine; `first` is a Media Source that the player has attached itself.
 */
export function observeOutput(realm: object, first?: MediaSource): MediaOutput {
  let source = first;
  const { URL: Original } = realm as { URL: typeof URL };
  class ObservedURL extends Original {
    static override createObjectURL(object: Blob | MediaSource): string {
      if (!(object instanceof Blob)) source = object;
      return Original.createObjectURL(object);
    }
  }
  Object.assign(realm, { URL: ObservedURL });
  return {
    bufferedEnd() {
      if (source?.readyState !== 'open') return null;
      const ends = [...source.sourceBuffers].map(({ buffered }) => (buffered.length > 0 ? buffered.end(buffered.length - 1) : 0));
      return ends.length > 0 ? Math.max(...ends) : null;
    },
    end() {
      if (source?.readyState === 'open' && [...source.sourceBuffers].every(({ updating }) => !updating)) source.endOfStream();
    }
  };
}
