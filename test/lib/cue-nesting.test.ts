import { describe, expect, it } from 'vitest';
import { toWebVtt as convertInSlices } from '../../src/lib/captions-file.js';
import { limitNesting } from '../../src/lib/cue-nesting.js';
import { runWithoutPauses } from '../support/run-without-pauses.js';

const toWebVtt = (text: string): string => runWithoutPauses(convertInSlices(text));
const nested = (name: string, depth: number, text = 'a') =>
  `${`<${name}>`.repeat(depth)}${text}${`</${name.split('.')[0]!}>`.repeat(depth)}`;

describe('limitNesting()', () => {
  it.each([
    ['32 tags', nested('b', 32)],
    ['many tags in a row', '<b>a</b> <i.red>b</i> '.repeat(100)],
    ['tags that WebVTT does not know', '<x>'.repeat(100)],
    ['times', '<00:01.000>a'.repeat(100)],
    ['ruby text', '<ruby>a<rt>b</ruby>'.repeat(100)]
  ])('keeps %s', (_, text) => expect(limitNesting(text)).toBe(text));

  it('removes deeper tags and keeps their text', () => {
    expect(limitNesting(nested('b', 10_000, 'text'))).toBe(nested('b', 32, 'text'));
    expect(limitNesting(`${'<b>x'.repeat(40)}`)).toBe('<b>x'.repeat(32) + 'x'.repeat(8));
  });

  it('ignores end tags that close no open tag', () => {
    expect(limitNesting('<b></i>'.repeat(100))).toBe('<b>'.repeat(32));
  });

  it('is applied by toWebVtt() to each cue of a file', () => {
    const cue = (text: string) => `00:00.000 --> 00:01.000\n${text}`;
    const file = (depth: number) => ['WEBVTT', cue(nested('c.a', depth)), cue(nested('v A', depth, 'b'))].join('\n\n');
    expect(toWebVtt(file(20))).toBe(file(20));
    expect(toWebVtt(file(1000)).split('<c.a>').length - 1).toBe(32);
  });
});
