import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxesIn } from '../../../../../src/media/engines/file/text/boxes.js';
import { readTextIndex } from '../../../../../src/media/engines/file/text/text-index.js';
import { readTextSample } from '../../../../../src/media/engines/file/text/text-sample.js';

const bytes = new Uint8Array(readFileSync(new URL('../../../../promises/streams/media/tracks.mp4', import.meta.url)));
const moov = boxesIn(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).find(({ type }) => type === 'moov')!.content;

/** Writes a box. */
function box(type: string, ...content: readonly (readonly number[])[]): number[] {
  const body = content.flat();
  const size = body.length + 8;
  return [size >> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255, ...[...type].map((letter) => letter.charCodeAt(0)), ...body];
}

const letters = (text: string) => [...new TextEncoder().encode(text)];

describe('the text tracks of a file', () => {
  it('have a kind, a language and texts with their times', () => {
    const read = readTextIndex(moov).map(({ format, kind, language, samples }) => ({
      ...{ kind, language },
      texts: samples.flatMap(({ position: at, size, start, end }) =>
        readTextSample(format, bytes.subarray(at, at + size)).map((text) => [start, end, text] as const)
      )
    }));
    expect(read).toEqual([
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

  it('are as many as can be read of a damaged index, at every byte', () => {
    const start = moov.byteOffset;
    for (let at = 0; at < moov.byteLength; at += 7) {
      const copy = bytes.slice(start, start + moov.byteLength);
      copy[at] = copy[at]! ^ 0xff;
      expect(readTextIndex(new DataView(copy.buffer)).length).toBeLessThanOrEqual(3);
    }
  });
});

describe('a text', () => {
  it('of WebVTT in MP4 is the text of its cues', () => {
    const cue = (text: string) => box('vttc', box('iden', letters('1')), box('payl', letters(text)));
    expect(readTextSample('wvtt', Uint8Array.from([...cue('<i>one</i>'), ...cue('two')]))).toEqual(['<i>one</i>', 'two']);
    expect(readTextSample('wvtt', Uint8Array.from(box('vtte')))).toEqual([]);
  });

  it('may be in UTF-16', () => {
    expect(readTextSample('tx3g', Uint8Array.of(0, 6, 0xfe, 0xff, 0, 0x41, 0, 0x3c))).toEqual(['A&lt;']);
  });

  it('is empty in a damaged sample', () => {
    for (const damaged of [[], [0], [0, 9], [255, 255]]) expect(readTextSample('tx3g', Uint8Array.from(damaged))).toEqual([]);
    expect(readTextSample('wvtt', Uint8Array.of(0, 0, 0, 1, 0x76))).toEqual([]);
  });
});
