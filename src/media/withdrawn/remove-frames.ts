import { overlappingRange, rangeAt, rangesOf, type TimeRange } from '../../lib/time-ranges.js';
import { recordDecodableStart } from './decodable-start.js';

/** A frame that begins up to this many seconds before a passage is removed too, because times in a manifest and in the media are rounded. */
const margin = 0.01;

/**
 * Removes the frames of passages from each source buffer of a Media Source in the task after their append (Media Source Extensions, 3.5.7),
 * so that the browser does not show them. After a passage, the media begin with the first frame that can be decoded by itself.
 *
 * The engine sees one append, which ends when the frames have been removed. Call it before the first source buffer is added.
 */
export function removeFrames(mediaSource: MediaSource, passages: readonly TimeRange[]): void {
  if (passages.length === 0) return;
  const addSourceBuffer = mediaSource.addSourceBuffer.bind(mediaSource);
  mediaSource.addSourceBuffer = (type) => {
    const buffer = addSourceBuffer(type);
    removeFromBuffer(buffer, passages);
    return buffer;
  };
}

function removeFromBuffer(buffer: SourceBuffer, passages: readonly TimeRange[]): void {
  /** The passages that are still to be removed since the last append. */
  let remaining: readonly TimeRange[] = [];
  /** The passage that is being removed, and the end of the media that were buffered after it without a gap. */
  let removal: { readonly passage: TimeRange; readonly until: number } | undefined;
  let isAppending = false;
  let isRemoving = false;
  const isUpdating = () => Boolean(Reflect.get(Object.getPrototypeOf(buffer) as object, 'updating', buffer));
  // A browser sets `updating` to false before it dispatches the event, and the engine must not begin anything else in between.
  Object.defineProperty(buffer, 'updating', { configurable: true, get: () => isAppending || isUpdating() });
  const appendBuffer = buffer.appendBuffer.bind(buffer);
  buffer.appendBuffer = (data) => {
    appendBuffer(data);
    isAppending = true;
    remaining = passages;
  };
  // The first listener of this event, so that no listener of the engine receives it before the frames have been removed.
  buffer.addEventListener('updateend', (event) => {
    // The event of an aborted append, while the next one is running.
    if (isUpdating()) return;
    const ranges = bufferedOf(buffer);
    if (removal) {
      const after = ranges.find(({ start, end }) => end > removal!.passage.end && start < removal!.until);
      recordDecodableStart(removal.passage, after?.start ?? removal.until);
    }
    const [next, ...others] = remaining.filter(({ start, end }) => overlappingRange(ranges, start, end));
    const rangeAfter = next && rangeAt(ranges, next.end);
    removal = rangeAfter && { passage: next, until: rangeAfter.end };
    isRemoving = next !== undefined;
    if (!next) return void (isAppending = false);
    try {
      buffer.remove(Math.max(0, next.start - margin), next.end);
      remaining = others;
      event.stopImmediatePropagation();
    } catch {
      // The media have failed or are detached, so the browser shows nothing more of them.
      isAppending = isRemoving = false;
    }
  });
  // The browser refuses to abort a removal. The append before it is complete, so there is nothing to abort.
  const abort = buffer.abort.bind(buffer);
  buffer.abort = () => {
    if (!isRemoving) abort();
  };
}

/** Returns the buffered ranges; none when the buffer has been removed from its Media Source. */
function bufferedOf(buffer: SourceBuffer): readonly TimeRange[] {
  try {
    return rangesOf(buffer.buffered);
  } catch {
    return [];
  }
}
