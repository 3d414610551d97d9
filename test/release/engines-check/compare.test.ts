import { describe, expect, it } from 'vitest';
import { censusOf } from '../../../build/engines-check/census.mjs';
import { compareCensuses } from '../../../build/engines-check/compare.mjs';
import { usesIn } from '../../../build/engines-check/sources.mjs';

const waysToPage = [{ pattern: /\bownerDocument\b/g }];
const granted = ['fetch', 'document', 'navigator', 'navigator.userAgent', 'console'];

/** Returns the comparison of two sealed engines with these bodies, which read these names from their realm. */
const compare = (before: readonly [names: string, body: string], after: readonly [names: string, body: string]) => {
  const [from, to] = [before, after].map(([names, body]) =>
    censusOf(`function(e){"use strict";const{${names}}=e;return ${body}}`, waysToPage)
  );
  return compareCensuses(from!, to!, granted);
};

describe('compareCensuses()', () => {
  it('finds no difference between code that differs only in the names of its variables', () => {
    const { added, removed, ways } = compare(['fetch:a', '()=>a()'], ['fetch:b', '()=>b()']);
    expect({ added, removed, ways }).toEqual({ added: [], removed: [], ways: [] });
  });

  it('lists added names and members, whether the realm has them, and those that are gone', () => {
    const { added, removed } = compare(['console:a', 'a'], ['navigator:a,fetch:b', '[a.userAgent,a.sendBeacon,b]']);
    expect(added).toEqual([
      { name: 'fetch', granted: true },
      { name: 'navigator', granted: true },
      { name: 'navigator.sendBeacon', granted: false },
      { name: 'navigator.userAgent', granted: true }
    ]);
    expect(removed).toEqual(['console']);
  });

  it('compares a member of the global object with the names of the realm', () => {
    expect(compare(['self:a', 'a'], ['self:a', '[a.fetch,a.localStorage]']).added).toEqual([
      { name: 'window.fetch', granted: true },
      { name: 'window.localStorage', granted: false }
    ]);
  });

  it('reports a name that has escaped the realm', () => {
    expect(compare(['fetch:a', 'a'], ['fetch:a', '[a,EventSource]']).added).toEqual([{ name: 'EventSource', granted: false }]);
  });

  it('counts the ways to the page', () => {
    expect(compare(['fetch:a', 'a'], ['fetch:a', '(v)=>v.ownerDocument']).ways).toEqual([
      { key: String.raw`\bownerDocument\b`, from: 0, to: 1 }
    ]);
  });
});

describe('usesIn()', () => {
  it.each([
    ['navigator.sendBeacon("https://a.test/x?y=1")', { 'https://a.test/x?y=1': 1, 'navigator.sendBeacon': 1, sendBeacon: 1 }],
    ['document.cookie="a";localStorage.a;localStorage.b', { 'document.cookie': 1, localStorage: 2 }],
    ['new Worker(URL.createObjectURL(blob))', { Worker: 1, createObjectURL: 1 }],
    ['eval("1");import("./a.js");new WebSocket(url)', { eval: 1, import: 1, WebSocket: 1 }],
    ['evaluate(1);prefetch();myWorkers', {}]
  ])('finds what contacts a host, stores data or starts code: %s', (code, uses) => expect(usesIn(code)).toEqual(uses));
});
