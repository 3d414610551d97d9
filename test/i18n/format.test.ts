import { describe, expect, it } from 'vitest';
import { formatBitrate, formatBytes, formatPercent, languageName, spokenTime } from '../../src/i18n/format.js';

/** Replaces the special spaces of Intl by plain ones. */
const withPlainSpaces = (text: string): string => text.replace(/\s/gu, ' ');

describe('formatBytes()', () => {
  it.each([
    [0, 'en', '0 byte'],
    [999, 'en', '999 byte'],
    [1500, 'en', '2 kB'],
    [1_234_567, 'en', '1.2 MB'],
    [1_234_567, 'nl', '1,2 MB'],
    [5e9, 'de', '5 GB']
  ])('formats %d bytes in the language %s as %s', (bytes, lang, text) => expect(withPlainSpaces(formatBytes(bytes, lang))).toBe(text));
});

describe('formatBitrate()', () => {
  it('formats bits per second', () => {
    expect(withPlainSpaces(formatBitrate(2_400_000, 'en'))).toBe('2.4 Mb/s');
    expect(withPlainSpaces(formatBitrate(800_000, 'nl'))).toMatch(/^800 kb\/s$/i);
  });
});

describe('formatPercent()', () => {
  it('formats a percentage as the language does', () => {
    expect(formatPercent(0.554, 'en')).toBe('55%');
    expect(withPlainSpaces(formatPercent(0.5, 'de'))).toBe('50 %');
  });
});

describe('spokenTime()', () => {
  it.each([
    [0, 'en', '0 seconds'],
    [1, 'en', '1 second'],
    [65.9, 'en', '1 minute, 5 seconds'],
    [3600, 'en', '1 hour'],
    [-65, 'en', '1 minute, 5 seconds'],
    [Infinity, 'en', '0 seconds'],
    [120, 'nl', '2 minuten']
  ])('formats %d seconds in the language %s as %s', (seconds, lang, text) => expect(withPlainSpaces(spokenTime(seconds, lang))).toBe(text));
});

describe('languageName()', () => {
  it('returns the name of a language, and undefined for a tag that Intl cannot name', () => {
    expect(languageName('nl', 'en')).toBe('Dutch');
    expect(languageName('de', 'nl')).toBe('Duits');
    expect(languageName('en', 'fr')).toBe('Anglais');
    expect(languageName('', 'en')).toBeUndefined();
    expect(languageName('<b>', 'en')).toBeUndefined();
    expect(languageName('qaa', 'en')).toBeUndefined();
  });
});
