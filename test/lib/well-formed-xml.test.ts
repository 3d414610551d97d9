import { describe, expect, it } from 'vitest';
import { isWellFormedXml } from '../../src/lib/well-formed-xml.js';

describe('isWellFormedXml()', () => {
  it.each([
    '<MPD/>',
    '\n<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<MPD type=\'static\' x:y = "a > b" >\n<Period id="1"></Period >\n</MPD>\n',
    '<!DOCTYPE MPD><x:MPD><![CDATA[ <not a="tag ]]></x:MPD>',
    `<MPD>${'<S t="0" d="2"/>'.repeat(1000)}</MPD>`
  ])('returns true for %s', (text) => expect(isWellFormedXml(text)).toBe(true));

  it.each(
    Object.entries({
      'an empty text': '',
      'no root': 'text',
      'two roots': '<MPD/><MPD/>',
      'a missing end tag': '<MPD><Period></MPD>',
      'a superfluous end tag': '<MPD></MPD></MPD>',
      'end tags in the wrong order': '<MPD><a><b></a></b></MPD>',
      'a value without quotes': '<MPD a=1/>',
      'an unclosed value': '<MPD a="1/>',
      'an attribute without value': '<MPD a></MPD>',
      'two attributes without a space': '<MPD a="1"b="2"/>',
      'an unclosed comment': '<MPD><!-- </MPD>',
      'a comment that some parsers close at once': '<MPD><!--> <a b --></MPD>',
      'an XML declaration that some parsers close too early': '<?xml > <a b ?><MPD/>',
      'a document type with an internal subset': '<!DOCTYPE MPD [<!ENTITY a "b">]><MPD/>',
      'an attribute that some parsers skip': '<MPD é="a b"/>'
    })
  )('returns false for %s', (_, text) => expect(isWellFormedXml(text)).toBe(false));

  it('returns false for a manifest that is truncated at any position', () => {
    const manifest = '<?xml version="1.0"?><MPD type="static"><Period><BaseURL>a/</BaseURL><!-- end --></Period></MPD>';
    for (let length = 0; length < manifest.length; length++)
      expect(isWellFormedXml(manifest.slice(0, length)), manifest.slice(0, length)).toBe(false);
  });

  it('returns false for a million nested elements', () => expect(isWellFormedXml('<a>'.repeat(1e6))).toBe(false));
});
