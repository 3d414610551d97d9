import { box, fullBox, u16, u32, u64 } from '../../../../demo/server/boxes.mjs';

/**
 * A cue of a fragmented text track (ISO/IEC 14496-30), with its times in milliseconds; the timescale is 1000.
 * @typedef {{ start: number, end: number, text: string }} Cue
 */

const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32);
const zeros = (/** @type {number} */ length) => Buffer.alloc(length);

const sampleEntries = {
  wvtt: () => box('wvtt', zeros(6), u16(1), box('vttC', Buffer.from('WEBVTT'))),
  stpp: () => box('stpp', zeros(6), u16(1), Buffer.from('http://www.w3.org/ns/ttml\0\0\0'))
};

/** Returns the init segment of a text track. @param {'wvtt' | 'stpp'} format */
export function makeTextInit(format) {
  const handler = format === 'wvtt' ? 'text' : 'subt';
  const media = format === 'wvtt' ? fullBox('nmhd', 0, 0) : fullBox('sthd', 0, 0);
  const emptyTables = ['stts', 'stsc', 'stco'].map((type) => fullBox(type, 0, 0, u32(0)));
  return Buffer.concat([
    box('ftyp', Buffer.from('iso6'), u32(0), Buffer.from('iso6cmfc')),
    box(
      'moov',
      fullBox('mvhd', 0, 0, u32(0), u32(0), u32(1000), u32(0), u32(0x10000), zeros(12), ...matrix, zeros(24), u32(2)),
      box(
        'trak',
        fullBox('tkhd', 0, 7, u32(0), u32(0), u32(1), u32(0), u32(0), zeros(16), ...matrix, zeros(8)),
        box(
          'mdia',
          fullBox('mdhd', 0, 0, u32(0), u32(0), u32(1000), u32(0), u16(0x15c7), u16(0)),
          fullBox('hdlr', 0, 0, u32(0), Buffer.from(handler), zeros(12), [0]),
          box(
            'minf',
            media,
            box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1))),
            box('stbl', fullBox('stsd', 0, 0, u32(1), sampleEntries[format]()), ...emptyTables, fullBox('stsz', 0, 0, u32(0), u32(0)))
          )
        )
      ),
      box('mvex', fullBox('trex', 0, 0, u32(1), u32(1), u32(0), u32(0), u32(0)))
    )
  ]);
}

/** @param {number} sequence @param {number} start @param {{ bytes: Buffer, duration: number }[]} samples */
function fragment(sequence, start, samples) {
  const runs = samples.map(({ bytes, duration }) => Buffer.concat([u32(duration), u32(bytes.length)]));
  const moof = (/** @type {number} */ offset) =>
    box(
      'moof',
      fullBox('mfhd', 0, 0, u32(sequence)),
      box(
        'traf',
        fullBox('tfhd', 0, 0x20000, u32(1)),
        fullBox('tfdt', 1, 0, u64(start)),
        fullBox('trun', 0, 0x301, u32(samples.length), u32(offset), ...runs)
      )
    );
  return Buffer.concat([moof(moof(0).length + 8), box('mdat', ...samples.map(({ bytes }) => bytes))]);
}

/**
 * Returns a segment from `start` to `end` of WebVTT cues that do not overlap.
 * @param {number} sequence @param {number} start @param {number} end @param {Cue[]} cues
 */
export function makeWvttSegment(sequence, start, end, cues) {
  const samples = [];
  let at = start;
  const fillGap = (/** @type {number} */ to) => to > at && samples.push({ bytes: box('vtte'), duration: to - at });
  for (const cue of cues) {
    fillGap(cue.start);
    samples.push({ bytes: box('vttc', box('payl', Buffer.from(cue.text))), duration: cue.end - cue.start });
    at = cue.end;
  }
  fillGap(end);
  return fragment(sequence, start, samples);
}

/** Returns a TTML document (W3C IMSC 1.1, text profile). @param {Cue[]} cues */
export const makeTtml = (cues) => `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en" ttp:timeBase="media">
  <head>
    <styling><style xml:id="s" tts:color="white" tts:fontSize="100%"/></styling>
    <layout><region xml:id="r" tts:origin="10% 80%" tts:extent="80% 15%" tts:displayAlign="after" tts:textAlign="center"/></layout>
  </head>
  <body><div region="r" style="s">
${cues.map(({ start, end, text }) => `    <p begin="${(start / 1000).toFixed(3)}s" end="${(end / 1000).toFixed(3)}s">${text}</p>`).join('\n')}
  </div></body>
</tt>`;

/**
 * Returns a segment from `start` to `end` of IMSC captions, whose times are relative to the presentation.
 * @param {number} sequence @param {number} start @param {number} end @param {Cue[]} cues
 */
export const makeStppSegment = (sequence, start, end, cues) =>
  fragment(sequence, start, [{ bytes: Buffer.from(makeTtml(cues)), duration: end - start }]);
