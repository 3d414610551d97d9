import { describe, expect, it } from 'vitest';
import { originOfKey, possibleKeys } from '../../src/cli/audit/recorders/storage-keys.js';

describe('possibleKeys()', () => {
  it.each<[string, string, string[]]>([
    ['https://page.test', 'https://page.test', ['https://page.test/']],
    ['https://page.test', '', ['https://page.test/']],
    [
      'https://frame.test',
      'https://www.page.test:8443',
      [
        'https://frame.test/',
        'https://frame.test/^0https://www.page.test',
        'https://frame.test/^0https://page.test',
        'https://frame.test/^0https://test'
      ]
    ],
    ['http://localhost:1', 'http://127.0.0.1:2', ['http://localhost:1/', 'http://localhost:1/^0http://127.0.0.1']],
    ['null', 'https://page.test', []],
    ['://', 'https://page.test', []]
  ])('returns the storage keys of %s in a page of %s', (origin, page, keys) => {
    expect(possibleKeys(origin, page)).toEqual(keys);
    expect(new Set(keys.map(originOfKey)).size).toBe(keys.length ? 1 : 0);
  });
});
