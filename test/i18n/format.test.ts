import { describe, expect, it } from 'vitest';
import { formatBitrate, formatBytes, formatPercent, languageName, spokenTime } from '../../src/i18n/format.js';

/** Intl uses special spaces. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('format', () => {
  it.each([
    [0, 'en', '0 byte'],
    [999, 'en', '999 byte'],
    [1500, 'en', '2 kB'],
    [1_234_567, 'en', '1.2 MB'],
    [1_234_567, 'nl', '1,2 MB'],
    [5e9, 'de', '5 GB']
  ])('%d bytes in %s: %s', (bytes, lang, text) => expect(plain(formatBytes(bytes, lang))).toBe(text));

  it('writes bits per second', () => {
    expect(plain(formatBitrate(2_400_000, 'en'))).toBe('2.4 Mb/s');
    expect(plain(formatBitrate(800_000, 'nl'))).toMatch(/^800 kb\/s$/i);
  });

  it('writes percentages the way of the language', () => {
    expect(formatPercent(0.554, 'en')).toBe('55%');
    expect(plain(formatPercent(0.5, 'de'))).toBe('50 %');
  });

  it.each([
    [0, 'en', '0 seconds'],
    [1, 'en', '1 second'],
    [65.9, 'en', '1 minute, 5 seconds'],
    [3600, 'en', '1 hour'],
    [-65, 'en', '1 minute, 5 seconds'],
    [Infinity, 'en', '0 seconds'],
    [120, 'nl', '2 minuten']
  ])('%d seconds spoken in %s: %s', (seconds, lang, text) => expect(plain(spokenTime(seconds, lang))).toBe(text));

  it('names languages, and does not throw for any tag of a manifest', () => {
    expect(languageName('nl', 'en')).toBe('Dutch');
    expect(languageName('de', 'nl')).toBe('Duits');
    expect(languageName('en', 'fr')).toBe('Anglais');
    expect(languageName('', 'en')).toBeUndefined();
    expect(languageName('<b>', 'en')).toBeUndefined();
    expect(languageName('qaa', 'en')).toBeUndefined();
  });
});
