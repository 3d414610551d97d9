import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimeRange } from '../../../src/lib/time-ranges.js';
import { removeFrames } from '../../../src/media/withdrawn/remove-frames.js';
import { decodableStart } from '../../../src/media/withdrawn/decodable-start.js';
import { timeRanges, type Ranges } from '../../support/fake-video.js';

/** A source buffer in which each operation ends when the test says so. */
class FakeSourceBuffer extends EventTarget {
  readonly log: string[] = [];
  isUpdating = false;
  ranges: Ranges = [];
  hasFailed = false;

  get updating(): boolean {
    return this.isUpdating;
  }
  get buffered(): TimeRanges {
    return timeRanges(this.ranges);
  }
  appendBuffer(): void {
    this.isUpdating = true;
  }
  remove(start: number, end: number): void {
    if (this.hasFailed) throw new DOMException('failed', 'InvalidStateError');
    this.log.push(`remove ${start}-${end}`);
    this.isUpdating = true;
  }
  abort(): void {
    this.log.push('abort');
  }
  /** Ends the operation with these ranges buffered. */
  finish(ranges: Ranges): void {
    this.ranges = ranges;
    this.isUpdating = false;
    this.dispatchEvent(new Event('updateend'));
  }
}

describe('removeFrames()', () => {
  let passages: readonly TimeRange[];
  let buffer: FakeSourceBuffer;
  let added: SourceBuffer;
  const onUpdateEnd = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('SourceBuffer', FakeSourceBuffer);
    onUpdateEnd.mockClear();
    passages = [
      { start: 10, end: 20 },
      { start: 30, end: 40 }
    ];
    buffer = new FakeSourceBuffer();
    const mediaSource = { addSourceBuffer: () => buffer } as unknown as MediaSource;
    removeFrames(mediaSource, passages);
    added = mediaSource.addSourceBuffer('video/mp4');
    added.addEventListener('updateend', onUpdateEnd);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('lets an append outside of the passages end at once', () => {
    added.appendBuffer(new ArrayBuffer(1));
    expect(added.updating).toBe(true);
    buffer.finish([[0, 10]]);
    expect(buffer.log).toEqual([]);
    expect(onUpdateEnd).toHaveBeenCalledTimes(1);
    expect(added.updating).toBe(false);
  });

  it('removes the frames of every passage before the engine receives the end of the append', () => {
    added.appendBuffer(new ArrayBuffer(1));
    buffer.finish([[8, 42]]);
    expect(buffer.log).toEqual(['remove 9.99-20']);
    buffer.finish([
      [8, 9.99],
      [22, 42]
    ]);
    expect(buffer.log).toEqual(['remove 9.99-20', 'remove 29.99-40']);
    expect(onUpdateEnd).not.toHaveBeenCalled();
    expect(added.updating).toBe(true);
    added.abort();
    buffer.finish([
      [8, 9.99],
      [22, 29.99],
      [40, 42]
    ]);
    expect(onUpdateEnd).toHaveBeenCalledTimes(1);
    expect(added.updating).toBe(false);
    expect(buffer.log).not.toContain('abort');
  });

  it('records where the media after a passage begin', () => {
    added.appendBuffer(new ArrayBuffer(1));
    buffer.finish([[8, 25]]);
    buffer.finish([
      [8, 9.99],
      [22.5, 25]
    ]);
    expect(passages.map(decodableStart)).toEqual([22.5, 40]);
  });

  it('records the end of the media that were appended when nothing of them remains after a passage, and not media further on', () => {
    added.appendBuffer(new ArrayBuffer(1));
    buffer.finish([
      [8, 25],
      [60, 80]
    ]);
    buffer.finish([
      [8, 9.99],
      [60, 80]
    ]);
    expect(passages.map(decodableStart)).toEqual([25, 40]);
  });

  it('keeps the passages that are still to be removed when the event of an aborted append comes late', () => {
    added.appendBuffer(new ArrayBuffer(1));
    buffer.isUpdating = true;
    buffer.dispatchEvent(new Event('updateend'));
    expect(buffer.log).toEqual([]);
    buffer.finish([[8, 12]]);
    expect(buffer.log).toEqual(['remove 9.99-20']);
  });

  it('removes nothing again when a part of a frame before the passage stays buffered', () => {
    added.appendBuffer(new ArrayBuffer(1));
    buffer.finish([[8, 12]]);
    buffer.finish([[8, 10.02]]);
    expect(buffer.log).toEqual(['remove 9.99-20']);
    expect(onUpdateEnd).toHaveBeenCalledTimes(1);
  });

  it('ends the append when the browser refuses to remove, because the media have failed', () => {
    buffer.hasFailed = true;
    added.appendBuffer(new ArrayBuffer(1));
    buffer.finish([[8, 12]]);
    expect(onUpdateEnd).toHaveBeenCalledTimes(1);
    expect(added.updating).toBe(false);
    added.abort();
    expect(buffer.log).toEqual(['abort']);
  });
});
