import { describe, expect, it } from 'vitest';
import { aiLabels } from '../../src/i18n/ai-labels.js';
import { languages } from '../../src/i18n/index.js';

/** More letters would not fit into two lines in a player of 320 pixels. */
const maxLength = 32;

describe('the texts of the AI label', () => {
  it('exist in every language of the player, and in no other', () => {
    expect(Object.keys(aiLabels).sort()).toEqual(Object.keys(languages).sort());
  });

  it('are different for the two values, in every language, and translated', () => {
    const all = Object.values(aiLabels).flatMap(({ generated, modified }) => [generated, modified]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(2 * Object.keys(languages).length);
  });

  it('fit into the label, and begin and end with a letter', () => {
    for (const [lang, { generated, modified }] of Object.entries(aiLabels))
      for (const text of [generated, modified]) {
        expect(text.length, lang).toBeLessThanOrEqual(maxLength);
        expect(text, lang).toMatch(/^\p{L}.*\p{L}$/u);
      }
  });
});
