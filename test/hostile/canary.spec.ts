import { readFileSync } from 'node:fs';
import type { Answer } from '../support/world.js';
import { pageAddress } from './builds.js';
import type { HostileCase } from './case.js';
import { cases } from './cases/index.js';
import { counts, expect, test } from './rig.js';
import { contacted, referrers } from './traces.js';

/** A package's own build, as it stands on npm: no guard, no seal. */
const engine = (path: string): Answer => ({
  body: readFileSync(new URL(`../../node_modules/${path}`, import.meta.url)),
  type: 'text/javascript'
});

const hlsPage = (src: string) =>
  `<video muted autoplay></video><script type="module">import Hls from '/engines/hls.mjs'; const hls = new Hls(); hls.loadSource('${src}'); hls.attachMedia(document.querySelector('video'));</script>`;
const dashPage = (src: string) =>
  `<video muted autoplay></video><script type="module">import dashjs from '/engines/dash.mjs'; const player = dashjs.MediaPlayer().create(); player.initialize(document.querySelector('video'), new URL('${src}', location).href, true);</script>`;

/** Cases that the bare engines must fail, and the host that then hears of the viewer. */
const leaking: readonly { name: string; host: string }[] = [
  { name: 'a segment is on another host', host: 'https://cdn.evil.test' },
  { name: 'the key is on another host, with the viewer in its address', host: 'https://key.evil.test' },
  { name: 'content steering from another host', host: 'https://steer.evil.test' },
  { name: 'a list of interstitials on another host', host: 'https://adlist.evil.test' },
  { name: 'redirected: the first HLS segment', host: 'https://cdn.evil.test' },
  { name: 'no clock is named, so that the engine would ask its own', host: 'https://time.akamai.com' },
  { name: 'a clock on another host (http-xsdate:2014)', host: 'https://clock.evil.test' },
  { name: 'Location', host: 'https://location.evil.test' },
  { name: 'xlink on a period', host: 'https://xlink.evil.test' },
  { name: 'metrics reported to another host (DVB)', host: 'https://metrics.evil.test' },
  { name: 'an event that calls back another host', host: 'https://callback.evil.test' },
  { name: 'an event inside a segment that calls back another host (emsg)', host: 'https://callback.evil.test' }
];

const caseOf = (wanted: string): HostileCase => cases.find(({ name }) => name === wanted)!;

test.describe('canary: the same world catches the engines without a guard', () => {
  for (const { name, host } of leaking) {
    test(name, async ({ page, world }) => {
      const { src, files } = caseOf(name);
      const body = /\.mpd$/.test(src) ? dashPage(src) : hlsPage(src);
      world.stage({
        ...files,
        '/engines/hls.mjs': engine('hls.js/dist/hls.mjs'),
        '/engines/dash.mjs': engine('dashjs/dist/modern/esm/dash.all.min.js'),
        [pageAddress]: { body: `<!doctype html><meta charset="utf-8">${body}`, type: 'text/html' }
      });
      await page.goto(pageAddress);
      await expect.poll(() => contacted(world), { timeout: 30_000 }).toContain(host);
    });
  }

  test('dash.js alone writes to the store of the page', async ({ page, world }) => {
    const { src, files } = caseOf('a page for more information');
    world.stage({
      ...files,
      '/engines/dash.mjs': engine('dashjs/dist/modern/esm/dash.all.min.js'),
      [pageAddress]: { body: dashPage(src), type: 'text/html' }
    });
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
