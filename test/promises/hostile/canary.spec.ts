import { bareEngine, leaking } from './bare-engine.js';
import { pageAddress } from './builds.js';
import { counts, expect, prototypeChanges, test } from './hostile-fixtures.js';
import { contacted, referrers } from './traces.js';
import { wideUnless } from '../../support/wide.js';

/** The number of rows of `leaking` that `npm test` tests: they differ most. */
const most = 10;

/** The changes that `npm test` makes, one of each kind of object. */
const representative = [
  'a property of every object',
  'a replaced method',
  'an accessor',
  'a replaced prototype',
  'an iterator prototype, which no global name refers to',
  'a member of a namespace',
  'an interface of the page',
  'a global name'
];

/** Milliseconds for an engine to contact a third party, while the other tests keep the processors busy. */
const patience = 50_000;

test.describe('canary: the test server receives requests of the engines without a guard', () => {
  for (const [index, { name, host }] of leaking.entries()) {
    test(name, wideUnless(index < most), async ({ page, world }) => {
      world.stage(bareEngine(name));
      await page.goto(pageAddress);
      await expect.poll(() => contacted(world), { timeout: patience }).toContain(host);
    });
  }

  test('dash.js without the player writes to the storage of the page', async ({ page, world }) => {
    world.stage(bareEngine('a link to more information'));
    await page.goto(pageAddress);
    await expect.poll(async () => Object.keys(await counts(page)), { timeout: patience }).toContain('Storage.setItem');
  });
});

const pageWith = (script: string) => ({ [pageAddress]: { body: `<!doctype html><script>${script}</script>`, type: 'text/html' } });

test.describe('canary: the sentinels count', () => {
  const acts: Readonly<Record<string, string>> = {
    'window.localStorage': 'void localStorage',
    'Storage.setItem': 'localStorage.setItem("a", "1")',
    'Document.cookie': 'document.cookie = "a=1"',
    'IDBFactory.open': 'indexedDB.open("a")',
    'CacheStorage.open': 'caches.open("a")',
    'ServiceWorkerContainer.register': 'navigator.serviceWorker.register("/sw.js").catch(() => 0)',
    'Navigator.sendBeacon': 'navigator.sendBeacon("/x")',
    'new WebSocket': 'new WebSocket("wss://page.test/")',
    'new RTCPeerConnection': 'new RTCPeerConnection()'
  };
  for (const [name, script] of Object.entries(acts)) {
    test(name, async ({ page, world }) => {
      world.stage(pageWith(script));
      await page.goto(pageAddress);
      expect(Object.keys(await counts(page))).toContain(name);
    });
  }

  test('a referrer', async ({ page, world }) => {
    world.stage(pageWith('fetch("https://cdn.evil.test/x")'));
    await page.goto(pageAddress);
    await expect.poll(() => referrers(world)).toEqual(['https://cdn.evil.test/x']);
  });
});

test.describe('canary: the prototype record detects', () => {
  const acts: Readonly<Record<string, readonly [script: string, ...changes: string[]]>> = {
    'a property of every object': ['({}).__proto__.polluted = 1', 'Object.prototype.polluted'],
    'a non-enumerable property': ['Object.defineProperty(Object.prototype, "p", { value: 1 })', 'Object.prototype.p'],
    'a property that changes how descriptors are read': [
      'Object.prototype.get = Object.prototype.value = 1',
      'Object.prototype.get',
      'Object.prototype.value'
    ],
    'a symbol property': ['Object.prototype[Symbol.toPrimitive] = () => 1', 'Object.prototype[Symbol(Symbol.toPrimitive)]'],
    'a replaced method': ['Array.prototype.push = () => 1', 'Array.prototype.push'],
    'a removed method': ['delete Promise.prototype.finally', 'Promise.prototype.finally'],
    'a static method': ['Object.assign = () => 1', 'Object.assign'],
    'a property of a function': ['Object.polluted = 1', 'Object.polluted'],
    'a changed property flag': ['Object.defineProperty(Map.prototype, "get", { writable: false })', 'Map.prototype.get'],
    'an accessor': ['Object.defineProperty(RegExp.prototype, "flags", { get: () => "" })', 'RegExp.prototype.flags'],
    'the prototype of a string': ['String.prototype.trim = () => ""', 'String.prototype.trim'],
    'a replaced prototype': ['Object.setPrototypeOf(Function.prototype, { then: 1 })', 'the prototype of Function.prototype'],
    'an iterator prototype, which no global name refers to': [
      '"a".matchAll(/a/g).__proto__.next = () => ({ done: true })',
      '%RegExpStringIterator%.next'
    ],
    'a generator': ['(function* () {})().__proto__.__proto__.polluted = 1', '%GeneratorFunction%.prototype.polluted'],
    'all typed arrays': ['Uint8Array.prototype.__proto__.set = () => 1', '%TypedArray%.prototype.set'],
    'one typed array': ['Uint8Array.prototype.polluted = 1', 'Uint8Array.prototype.polluted'],
    'a namespace': ['JSON.parse = () => ({})', 'JSON.parse'],
    'a member of a namespace': ['Intl.NumberFormat.prototype.polluted = 1', 'Intl.NumberFormat.prototype.polluted'],
    'an error': ['TypeError.prototype.name = "x"', 'TypeError.prototype.name'],
    'an interface of the page': ['HTMLVideoElement.prototype.polluted = 1', 'HTMLVideoElement.prototype.polluted'],
    'an accessor of an interface': [
      'Object.defineProperty(HTMLMediaElement.prototype, "src", { get: () => "" })',
      'HTMLMediaElement.prototype.src'
    ],
    'a method of every node': ['Node.prototype.appendChild = () => 1', 'Node.prototype.appendChild'],
    'a global name': ['window.polluted = 1', 'window.polluted'],
    'a global function': ['window.fetch = () => 1', 'window.fetch'],
    'a replaced interface': ['window.XMLHttpRequest = class {}', 'window.XMLHttpRequest']
  };
  for (const [kind, [script, ...changes]] of Object.entries(acts)) {
    test(kind, wideUnless(representative.includes(kind)), async ({ page, world }) => {
      world.stage(pageWith(script));
      await page.goto(pageAddress);
      expect((await prototypeChanges(page)).sort()).toEqual(changes.sort());
    });
  }

  test('dash.js without the player writes a patch into every object of the page', async ({ page, world }) => {
    world.stage(bareEngine('a patch from our own host that climbs by __proto__'));
    await page.goto(pageAddress);
    await expect.poll(() => prototypeChanges(page), { timeout: patience }).toContain('Object.prototype.polluted');
  });
});

test('an empty page causes no request, so the test server excludes none from the count', async ({ page, world }) => {
  world.stage({ [pageAddress]: { body: '<!doctype html><title>Empty</title>', type: 'text/html' } });
  await page.goto(pageAddress);
  // One round trip to a third party: every earlier request of the browser has arrived by then.
  await page.evaluate(() => fetch('https://last.test/').then((response) => response.text()));
  expect(contacted(world)).toEqual(['https://last.test', 'https://page.test']);
  expect(await counts(page)).toEqual({});
  expect(await prototypeChanges(page)).toEqual([]);
});
