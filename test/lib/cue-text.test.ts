import { expect, it } from 'vitest';
import { plainText } from '../../src/lib/cue-text.js';

it.each([
  ['<v Ann>Hi <i>there</i></v>,\n you', 'Hi there, you'],
  ['a &lt;b&gt; &amp; &nbsp;c&lrm;', 'a <b> & c'],
  ['<00:01.000>One <c.yellow.bg_blue>two', 'One two'],
  ['1 < 2', '1 < 2'],
  ['', '']
])('plainText(%j) returns %j', (cueText, expected) => expect(plainText(cueText)).toBe(expected));

it('plainText() takes linear time for a text of brackets only', () => {
  expect(plainText('<'.repeat(100_000))).toHaveLength(100_000);
});
