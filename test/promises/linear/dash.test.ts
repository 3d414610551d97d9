import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ttmlStart,
  patchedDash,
  ttmlEnd,
  patchedImsc,
  ttmlHeadStart,
  originalImsc,
  longTimeout,
  testTexts,
  ttmlHeadEnd
} from './dash-texts.js';
import type { ImscReaders } from './engines.js';

testTexts(true);

describe('dash.js with the replacements of the build', () => {
  it('copies inherited elements into the representations of 1000 periods', () => {
    const inherited = '<ContentProtection schemeIdUri="a"/><SupplementalProperty schemeIdUri="b"/>';
    const representations = Array.from({ length: 10 }, (_, index) => `<Representation id="${index}"/>`).join('');
    const sets = `<AdaptationSet mimeType="video/mp4">${inherited}${representations}</AdaptationSet>`.repeat(4);
    const manifest = patchedDash.mpd.parse(`<MPD>${`<Period>${sets}</Period>`.repeat(1000)}</MPD>`) as {
      Period: { AdaptationSet: { Representation: { mimeType: string; ContentProtection: object[] }[] }[] }[];
    };
    const last = manifest.Period.at(-1)!.AdaptationSet.at(-1)!.Representation.at(-1)!;
    expect([manifest.Period.length, last.mimeType, last.ContentProtection.length]).toEqual([1000, 'video/mp4', 1]);
  });
});

describe('imsc.js with the replacements of the build', () => {
  it('reads a TTML document of 5000 paragraphs to its end', longTimeout, () => {
    const paragraphs = Array.from(
      { length: 5000 },
      (_, index) => `<p begin="${index}s" end="${index}.9s" xml:id="p${index}"><span>Text ${index}</span><br/>more</p>`
    );
    const ttmlDocument = patchedImsc.fromXML(ttmlStart + paragraphs.join('') + ttmlEnd, () => {});
    const lastTime = ttmlDocument.getMediaTimeEvents().at(-2)!;
    for (const time of ttmlDocument.getMediaTimeEvents()) patchedImsc.generateISD(ttmlDocument, time, () => {});
    expect(JSON.stringify(patchedImsc.generateISD(ttmlDocument, lastTime, () => {}))).toContain('Text 4999');
  });

  it('reads TTML with the same result as without the replacements', longTimeout, () => {
    const seconds = fc.option(fc.nat(6), { nil: undefined });
    const element = fc.record({ name: fc.constantFrom('p', 'div', 'span'), begin: seconds, length: seconds, hasRegion: fc.boolean() });
    const readTimedContents = ({ fromXML, generateISD }: ImscReaders, document: string) => {
      const ttmlDocument = fromXML(document, () => {});
      return ttmlDocument.getMediaTimeEvents().map((time) => [time, generateISD(ttmlDocument, time, () => {})]);
    };
    fc.assert(
      fc.property(fc.array(element, { maxLength: 12 }), (elements) => {
        const markup = elements.map(({ name, begin, length, hasRegion }, index) => {
          const times = (begin === undefined ? '' : ` begin="${begin}s"`) + (length === undefined ? '' : ` dur="${length}s"`);
          const tag = name === 'span' ? 'p' : name;
          const content = tag === 'div' ? `<p>${index}</p>` : `<span${times}>${index}</span>`;
          return `<${tag}${times}${hasRegion ? ' region="r"' : ''}>${content}</${tag}>`;
        });
        const document = `${ttmlHeadStart}<layout><region xml:id="r"/></layout>${ttmlHeadEnd}${markup.join('')}${ttmlEnd}`;
        expect(readTimedContents(patchedImsc, document)).toEqual(readTimedContents(originalImsc, document));
      }),
      { numRuns: 400 }
    );
  });
});
