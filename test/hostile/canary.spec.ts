import { bareEngine, leaking } from './bare-engine.js';
import { pageAddress } from './builds.js';
import { counts, expect, test } from './rig.js';
import { contacted, referrers } from './traces.js';

test.describe('canary: the same world catches the engines without a guard', () => {
  for (const { name, host } of leaking) {
    test(name, async ({ page, world }) => {
      world.stage(bareEngine(name));
      await page.goto(pageAddress);
      await expect.poll(() => contacted(world), { timeout: 30_000 }).toContain(host);
    });
  }

  test('dash.js alone writes to the store of the page', async ({ page, world }) => {
    world.stage(bareEngine('a page for more information'));
    await page.goto(pageAddress);
    await expect.poll(async () => Object.keys(await counts(page)), { timeout: 30_000 }).toContain('Storage.setItem');
  });
});

test.describe('canary: the sentinels see', () => {
  const looking = (script: string) => ({ [pageAddress]: { body: `<!doctype html><script>${script}</script>`, type: 'text/html' } });
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
      world.stage(looking(script));
      await page.goto(pageAddress);
      expect(Object.keys(await counts(page))).toContain(name);
    });
  }

  test('a referrer', async ({ page, world }) => {
    world.stage(looking('fetch("https://cdn.evil.test/x")'));
    await page.goto(pageAddress);
    await expect.poll(() => referrers(world)).toEqual(['https://cdn.evil.test/x']);
  });
});

test('an empty page contacts nobody, so nothing has to be left out of the count', async ({ page, world }) => {
  world.stage({ [pageAddress]: { body: '<!doctype html><title>Empty</title>', type: 'text/html' } });
  await page.goto(pageAddress);
  // A round trip through a stranger: what the browser asked before it has arrived as well.
  await page.evaluate(() => fetch('https://last.test/').then((response) => response.text()));
  expect(contacted(world)).toEqual(['https://last.test', 'https://page.test']);
  expect(await counts(page)).toEqual({});
});
