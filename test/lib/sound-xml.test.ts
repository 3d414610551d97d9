import { describe, expect, it } from 'vitest';
import { isSoundXml } from '../../src/lib/sound-xml.js';

describe('sound XML', () => {
  it.each([
    '<MPD/>',
    '\n<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<MPD type=\'static\' x:y = "a > b" >\n<Period id="1"></Period >\n</MPD>\n',
    '<!DOCTYPE MPD><x:MPD><![CDATA[ <not a="tag ]]></x:MPD>',
    `<MPD>${'<S t="0" d="2"/>'.repeat(1000)}</MPD>`
  ])('%s', (text) => expect(isSoundXml(text)).toBe(true));

  it.each(
    Object.entries({
      nothing: '',
      'no root': 'text',
      'two roots': '<MPD/><MPD/>',
      'an end that is missing': '<MPD><Period></MPD>',
      'an end too many': '<MPD></MPD></MPD>',
      'ends crosswise': '<MPD><a><b></a></b></MPD>',
      'a value without quotes': '<MPD a=1/>',
      'a value that does not end': '<MPD a="1/>',
      'an attribute without value': '<MPD a></MPD>',
      'two attributes without a space': '<MPD a="1"b="2"/>',
      'a comment that does not end': '<MPD><!-- </MPD>',
      'a comment that some take to end at once': '<MPD><!--> <a b --></MPD>',
      'a declaration that some take to end too early': '<?xml > <a b ?><MPD/>',
      'a document type that hides a tag': '<!DOCTYPE MPD [<!ENTITY a "b">]><MPD/>',
      'an attribute that some do not see': '<MPD é="a b"/>'
    })
  )('is not: %s', (_, text) => expect(isSoundXml(text)).toBe(false));

  it('is not: a manifest that is cut, wherever it is cut', () => {
    const whole = '<?xml version="1.0"?><MPD type="static"><Period><BaseURL>a/</BaseURL><!-- end --></Period></MPD>';
    for (let length = 0; length < whole.length; length++) expect(isSoundXml(whole.slice(0, length)), whole.slice(0, length)).toBe(false);
  });

  it('is not: what nests without an end', () => expect(isSoundXml('<a>'.repeat(1e6))).toBe(false));
});
