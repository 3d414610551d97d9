import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtMatches, matches } from '../../../src/ui/transcript/search.js';

describe('a search in the transcript', () => {
  it.each([
    ['Übersee', 'ubersee', true],
    ['cafe\u0301', 'CAFÉ', true],
    ['Straße', 'strasse', false],
    ['any', '  ', true],
    ['one two', 'two one', false]
  ])('compares %j with the query %j, with the result %s', (text, query, isMatch) => expect(matches(text, query)).toBe(isMatch));

  it('splits a line into matches and other text', () => {
    expect(splitAtMatches('Sail on, sàil', 'SAIL')).toEqual([
      { text: 'Sail', isMatch: true },
      { text: ' on, ', isMatch: false },
      { text: 'sàil', isMatch: true }
    ]);
    expect(splitAtMatches('nothing', '')).toEqual([{ text: 'nothing', isMatch: false }]);
  });

  it('treats pattern characters as text, and keeps every character', () => {
    expect(splitAtMatches('a.*b (c)', '.*')[1]).toEqual({ text: '.*', isMatch: true });
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        const pieces = splitAtMatches(text, query);
        expect(
          pieces
            .map((piece) => piece.text)
            .join('')
            .normalize('NFC')
        ).toBe(text.normalize('NFC'));
      })
    );
  });
});
