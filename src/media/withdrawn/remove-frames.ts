import { overlappingRange, rangeAt, rangesOf, type TimeRange } from '../../lib/time-ranges.js';
import { recordResumePosition } from './resume-position.js';

/** Seconds before a passage in which a frame that begins is removed too, because the times in a manifest and in the media are rounded. */
const margin = 0.01;

/**
 * Removes the frames of passages from each source buffer of a Media Source as soon as they have been appended, so that the browser never
 * shows them (Media Source Extensions, 3.5.7). After a passage, the media begin with the first frame that can be decoded by itself.
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
  /** The passage that is being removed; undefined unless the media after it were buffered. */
  let crossed: TimeRange | undefined;
  let isAppending = false;
  let isRemoving = false;
  const isUpdating = () => Boolean(Reflect.get(SourceBuffer.prototype, 'updating', buffer));
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
    const after = crossed && bufferedOf(buffer).find(({ end }) => end > crossed!.end);
    if (crossed && after) recordResumePosition(crossed, after.start);
    const [next, ...others] = remaining.filter(({ start, end }) => overlappingRange(bufferedOf(buffer), start, end));
    isRemoving = next !== undefined;
    crossed = next && rangeAt(bufferedOf(buffer), next.end) && next;
    if (!next) return void (isAppending = false);
    event.stopImmediatePropagation();
    remaining = others;
    buffer.remove(Math.max(0, next.start - margin), next.end);
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
