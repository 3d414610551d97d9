import type { JetPlayer } from '../../../src/index.js';
import { expect, test } from '../../support/page-fixtures.js';

const mediaFolder = '/media/cmaf/';

for (const manifest of ['master.m3u8', 'manifest.mpd']) {
  test(`requestHook signs every request when it is set right after the element is connected: ${manifest}`, async ({ page, demo }) => {
    const signatures = new Map<string, string | undefined>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith(mediaFolder)) signatures.set(pathname, request.headers()['x-sig']);
    });
    await page.route(`${demo}/bare`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><script type="module" src="/dist/jet-player.js"></script>' })
    );
    await page.goto(`${demo}/bare`);
    await page.evaluate(async (src) => {
      await customElements.whenDefined('jet-player');
      const player = document.createElement('jet-player');
      player.muted = player.autoplay = true;
      player.src = src;
      document.body.append(player);
      player.requestHook = ({ headers }) => headers.set('x-sig', 's');
    }, mediaFolder + manifest);
    await page.waitForFunction(() => document.querySelector<JetPlayer>('jet-player')!.currentTime > 0.3);
    expect(signatures.get(mediaFolder + manifest), 'the first request').toBe('s');
    expect([...new Set(signatures.values())]).toEqual(['s']);
  });
}

test('storageAdapter is read instead of localStorage when it is set right after the element is connected', async ({ page, demo }) => {
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="/dist/jet-player.bundle.js" defer></script>' })
  );
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      document.documentElement.dataset.readKey = key;
      return getItem.call(this, key);
    };
  });
  await page.goto(`${demo}/bare`);
  const firstKeyOfAdapter = () =>
    page.evaluate(async () => {
      await customElements.whenDefined('jet-player');
      const player = document.createElement('jet-player');
      player.storage = 'local';
      document.body.append(player);
      return new Promise<string>((resolve) => {
        player.storageAdapter = { getItem: (key) => (resolve(key), null), setItem: () => undefined, removeItem: () => undefined };
      });
    });
  expect(await firstKeyOfAdapter()).toBe('jet-player');
  expect(await page.locator('html').getAttribute('data-read-key')).toBeNull();
  await page.evaluate(() => localStorage.getItem('canary'));
  expect(await page.locator('html').getAttribute('data-read-key')).toBe('canary');
});
