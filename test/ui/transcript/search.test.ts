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
  ])('matches %j against the query %j: %s', (text, query, found) => expect(matches(text, query)).toBe(found));

  it('splits a line into matches and other text', () => {
    expect(splitAtMatches('Sail on, sàil', 'SAIL')).toEqual([
      { text: 'Sail', isMatch: true },
      { text: ' on, ', isMatch: false },
      { text: 'sàil', isMatch: true }
    ]);
    expect(splitAtMatches('nothing', '')).toEqual([{ text: 'nothing', isMatch: false }]);
  });

  it('treats pattern characters as text, and loses no letter', () => {
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
