import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, dash, end, imsc, inHead, plainImsc, slow, testTexts, toBody } from './dash-texts.js';
import type { ImscReaders } from './engines.js';

testTexts(true);

describe('dash.js with the replacements of the build', () => {
  it('copies inherited elements into the representations of 1000 periods', () => {
    const inherited = '<ContentProtection schemeIdUri="a"/><SupplementalProperty schemeIdUri="b"/>';
    const representations = Array.from({ length: 10 }, (_, at) => `<Representation id="${at}"/>`).join('');
    const sets = `<AdaptationSet mimeType="video/mp4">${inherited}${representations}</AdaptationSet>`.repeat(4);
    const manifest = dash.mpd.parse(`<MPD>${`<Period>${sets}</Period>`.repeat(1000)}</MPD>`) as {
      Period: { AdaptationSet: { Representation: { mimeType: string; ContentProtection: object[] }[] }[] }[];
    };
    const last = manifest.Period.at(-1)!.AdaptationSet.at(-1)!.Representation.at(-1)!;
    expect([manifest.Period.length, last.mimeType, last.ContentProtection.length]).toEqual([1000, 'video/mp4', 1]);
  });
});

describe('imsc.js with the replacements of the build', () => {
  it('reads 5000 paragraphs of TTML to the end', slow, () => {
    const texts = Array.from(
      { length: 5000 },
      (_, at) => `<p begin="${at}s" end="${at}.9s" xml:id="p${at}"><span>Text ${at}</span><br/>more</p>`
    );
    const read = imsc.fromXML(begin + texts.join('') + end, () => {});
    const last = read.getMediaTimeEvents().at(-2)!;
    for (const at of read.getMediaTimeEvents()) imsc.generateISD(read, at, () => {});
    expect(JSON.stringify(imsc.generateISD(read, last, () => {}))).toContain('Text 4999');
  });

  it('reads TTML the same as without the replacements', slow, () => {
    const seconds = fc.option(fc.nat(6), { nil: undefined });
    const element = fc.record({ name: fc.constantFrom('p', 'div', 'span'), begin: seconds, length: seconds, region: fc.boolean() });
    const shape = ({ fromXML, generateISD }: ImscReaders, document: string) => {
      const read = fromXML(document, () => {});
      return read.getMediaTimeEvents().map((at) => [at, generateISD(read, at, () => {})]);
    };
    fc.assert(
      fc.property(fc.array(element, { maxLength: 12 }), (elements) => {
        const written = elements.map(({ name, begin: from, length, region }, at) => {
          const timed = (from === undefined ? '' : ` begin="${from}s"`) + (length === undefined ? '' : ` dur="${length}s"`);
          const named = name === 'span' ? 'p' : name;
          return `<${named}${timed}${region ? ' region="r"' : ''}>${named === 'div' ? `<p>${at}</p>` : `<span${timed}>${at}</span>`}</${named}>`;
        });
        const document = `${inHead}<layout><region xml:id="r"/></layout>${toBody}${written.join('')}${end}`;
        expect(shape(imsc, document)).toEqual(shape(plainImsc, document));
      }),
      { numRuns: 400 }
    );
  });
});
