import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, matches } from '../../../src/ui/transcript/search.js';

describe('a search in the transcript', () => {
  it.each([
    ['Übersee', 'ubersee', true],
    ['cafe\u0301', 'CAFÉ', true],
    ['Straße', 'strasse', false],
    ['any', '  ', true],
    ['one two', 'two one', false]
  ])('%j for %j: %s', (text, query, found) => expect(matches(text, query)).toBe(found));

  it('splits a line into matches and other text', () => {
    expect(cut('Sail on, sàil', 'SAIL')).toEqual([
      { text: 'Sail', found: true },
      { text: ' on, ', found: false },
      { text: 'sàil', found: true }
    ]);
    expect(cut('nothing', '')).toEqual([{ text: 'nothing', found: false }]);
  });

  it('treats pattern characters as text, and loses no letter', () => {
    expect(cut('a.*b (c)', '.*')[1]).toEqual({ text: '.*', found: true });
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        const pieces = cut(text, query);
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
