import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxesIn } from '../../../../../src/media/engines/file/text/boxes.js';
import { readTextFragment } from '../../../../../src/media/engines/file/text/text-fragment.js';
import { readTextIndex } from '../../../../../src/media/engines/file/text/text-index.js';
import { readTextSample } from '../../../../../src/media/engines/file/text/text-sample.js';
import { makeTextInit, makeWvttSegment } from '../../../../promises/streams/make/text-track.mjs';

/** Returns the texts in the fragments of a file, with the times in seconds at which they are shown. */
function textsIn(file: Uint8Array) {
  const boxes = boxesIn(new DataView(file.buffer, file.byteOffset, file.byteLength));
  const [track] = readTextIndex(boxes.find(({ type }) => type === 'moov')!.content);
  return boxes
    .filter(({ type }) => type === 'moof')
    .flatMap(({ content }) => readTextFragment(content, content.byteOffset - 8 - file.byteOffset, track!.fragments!))
    .flatMap(({ position, size, start, end }) =>
      readTextSample(track!.format, file.subarray(position, position + size)).map((text) => [start, end, text])
    );
}

const readMedia = (name: string) => new Uint8Array(readFileSync(new URL(`../../../../promises/streams/media/${name}`, import.meta.url)));

describe('readTextFragment()', () => {
  it('returns the captions of a file of ffmpeg (tx3g)', () => {
    expect(textsIn(readMedia('fragmented-captions.mp4'))).toEqual([
      [0, 1, 'R&amp;D: 1 &lt; 2'],
      [1, 3, 'The second caption']
    ]);
  });

  it('returns WebVTT captions, whose times continue in the next fragment', () => {
    const segments = [
      makeWvttSegment(1, 0, 2000, [{ start: 500, end: 2000, text: 'one' }]),
      makeWvttSegment(2, 2000, 4000, [
        { start: 2000, end: 2500, text: 'one' },
        { start: 3000, end: 3500, text: 'two' }
      ])
    ];
    expect(textsIn(new Uint8Array(Buffer.concat([makeTextInit('wvtt'), ...segments])))).toEqual([
      [0.5, 2, 'one'],
      [2, 2.5, 'one'],
      [3, 3.5, 'two']
    ]);
  });

  it('returns nothing for another track, and a limited number of texts when a byte is damaged', () => {
    const file = readMedia('fragmented-captions.mp4');
    const boxes = boxesIn(new DataView(file.buffer, file.byteOffset, file.byteLength));
    const [track] = readTextIndex(boxes.find(({ type }) => type === 'moov')!.content);
    const { content } = boxes.find(({ type }) => type === 'moof')!;
    const fragments = track!.fragments!;
    expect(readTextFragment(content, 0, fragments)).toHaveLength(2);
    expect(readTextFragment(content, 0, { ...fragments, trackId: 9 })).toEqual([]);
    for (let offset = 0; offset < content.byteLength; offset++) {
      const copy = Uint8Array.from(file.subarray(content.byteOffset, content.byteOffset + content.byteLength));
      copy[offset] = copy[offset]! ^ 0xff;
      expect(readTextFragment(new DataView(copy.buffer), 0, fragments).length).toBeLessThanOrEqual(20_000);
    }
  });
});
