import { bareEngineFiles, leakingCases } from './bare-engine.js';
import { pageUrl } from './builds.js';
import { readForbiddenCalls, expect, prototypeChanges, test } from './hostile-fixtures.js';
import { contactedOrigins, requestsWithReferrer } from './traces.js';
import { wideUnless } from '../../support/wide.js';

/** The number of `leakingCases` that `npm test` tests: the first ones, which differ most from each other. */
const testedCount = 10;

/** The changes that `npm test` makes: one for each kind of object. */
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

/** The time within which an engine has to contact a third party while other tests keep the processors busy. */
const contactTimeoutMs = 50_000;

test.describe('canary: an engine without a guard has a forbidden effect', () => {
  for (const [index, { name, host }] of leakingCases.entries()) {
    test(name, wideUnless(index < testedCount), async ({ page, world }) => {
      world.stage(bareEngineFiles(name));
      await page.goto(pageUrl);
      await expect.poll(() => contactedOrigins(world), { timeout: contactTimeoutMs }).toContain(host);
    });
  }

  test('in every case: dash.js writes to the storage of the page', async ({ page, world }) => {
    world.stage(bareEngineFiles('a link to more information'));
    await page.goto(pageUrl);
    await expect.poll(async () => Object.keys(await readForbiddenCalls(page)), { timeout: contactTimeoutMs }).toContain('Storage.setItem');
  });
});

const pageWith = (script: string) => ({ [pageUrl]: { body: `<!doctype html><script>${script}</script>`, type: 'text/html' } });

test.describe('canary: the test counts', () => {
  const scripts: Readonly<Record<string, string>> = {
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
  for (const [name, script] of Object.entries(scripts)) {
    test(name, async ({ page, world }) => {
      world.stage(pageWith(script));
      await page.goto(pageUrl);
      expect(Object.keys(await readForbiddenCalls(page))).toContain(name);
    });
  }

  test('a referrer', async ({ page, world }) => {
    world.stage(pageWith('fetch("https://cdn.evil.test/x")'));
    await page.goto(pageUrl);
    await expect.poll(() => requestsWithReferrer(world)).toEqual(['https://cdn.evil.test/x']);
  });
});

test.describe('canary: window.prototypeChanges() names', () => {
  const scripts: Readonly<Record<string, readonly [script: string, ...changes: string[]]>> = {
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
  for (const [kind, [script, ...changes]] of Object.entries(scripts)) {
    test(kind, wideUnless(representative.includes(kind)), async ({ page, world }) => {
      world.stage(pageWith(script));
      await page.goto(pageUrl);
      expect((await prototypeChanges(page)).sort()).toEqual(changes.sort());
    });
  }

  test('the property that dash.js without the player writes into every object of the page', async ({ page, world }) => {
    world.stage(bareEngineFiles('a patch from our own host that climbs by __proto__'));
    await page.goto(pageUrl);
    await expect.poll(() => prototypeChanges(page), { timeout: contactTimeoutMs }).toContain('Object.prototype.polluted');
  });
});

test('an empty page causes no other request, no forbidden call and no prototype change', async ({ page, world }) => {
  world.stage({ [pageUrl]: { body: '<!doctype html><title>Empty</title>', type: 'text/html' } });
  await page.goto(pageUrl);
  // When the third party has answered this request, every earlier request of the browser has arrived.
  await page.evaluate(() => fetch('https://last.test/').then((response) => response.text()));
  expect(contactedOrigins(world)).toEqual(['https://last.test', 'https://page.test']);
  expect(await readForbiddenCalls(page)).toEqual({});
  expect(await prototypeChanges(page)).toEqual([]);
});
