import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxesIn } from '../../../../../src/media/engines/file/text/boxes.js';
import { readTextIndex } from '../../../../../src/media/engines/file/text/text-index.js';
import { readTextSample } from '../../../../../src/media/engines/file/text/text-sample.js';

const file = new Uint8Array(readFileSync(new URL('../../../../promises/streams/media/tracks.mp4', import.meta.url)));
const moov = boxesIn(new DataView(file.buffer, file.byteOffset, file.byteLength)).find(({ type }) => type === 'moov')!.content;

/** Returns the bytes of an MP4 box with this content. */
function box(type: string, ...content: readonly (readonly number[])[]): number[] {
  const body = content.flat();
  const size = body.length + 8;
  return [size >> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255, ...[...type].map((letter) => letter.charCodeAt(0)), ...body];
}

const letters = (text: string) => [...new TextEncoder().encode(text)];

describe('readTextIndex()', () => {
  it('returns the kind, the language and the samples of each text track', () => {
    const tracks = readTextIndex(moov).map(({ format, kind, language, samples }) => ({
      ...{ kind, language },
      texts: samples.flatMap(({ position, size, start, end }) =>
        readTextSample(format, file.subarray(position, position + size)).map((text) => [start, end, text] as const)
      )
    }));
    expect(tracks).toEqual([
      {
        kind: 'subtitles',
        language: 'en',
        texts: [
          [0, 2, 'R&amp;D: 1 &lt; 2'],
          [3, 5, 'The second caption']
        ]
      },
      { kind: 'subtitles', language: 'nl', texts: [[0, 2, 'De eerste ondertitel']] },
      {
        kind: 'chapters',
        language: '',
        texts: [
          [0, 3, 'Beginning'],
          [3, 6, 'End']
        ]
      }
    ]);
  });

  it('returns at most three tracks when a byte of the index is damaged', () => {
    const start = moov.byteOffset;
    for (let offset = 0; offset < moov.byteLength; offset += 7) {
      const copy = file.slice(start, start + moov.byteLength);
      copy[offset] = copy[offset]! ^ 0xff;
      expect(readTextIndex(new DataView(copy.buffer)).length).toBeLessThanOrEqual(3);
    }
  });
});

describe('readTextSample()', () => {
  it('returns the texts of the cues of WebVTT in MP4', () => {
    const cue = (text: string) => box('vttc', box('iden', letters('1')), box('payl', letters(text)));
    expect(readTextSample('wvtt', Uint8Array.from([...cue('<i>one</i>'), ...cue('two')]))).toEqual(['<i>one</i>', 'two']);
    expect(readTextSample('wvtt', Uint8Array.from(box('vtte')))).toEqual([]);
  });

  it('reads UTF-16', () => {
    expect(readTextSample('tx3g', Uint8Array.of(0, 6, 0xfe, 0xff, 0, 0x41, 0, 0x3c))).toEqual(['A&lt;']);
  });

  it('returns no text from a damaged sample', () => {
    for (const damaged of [[], [0], [0, 9], [255, 255]]) expect(readTextSample('tx3g', Uint8Array.from(damaged))).toEqual([]);
    expect(readTextSample('wvtt', Uint8Array.of(0, 0, 0, 1, 0x76))).toEqual([]);
  });
});
