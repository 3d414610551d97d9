import type { JetPlayer } from '../../../src/index.js';
import { expect, test } from '../../support/page-fixtures.js';

const media = '/media/cmaf/';

for (const video of ['master.m3u8', 'manifest.mpd']) {
  test(`${video}: a hook that is set right after the element is connected signs every request`, async ({ page, demo }) => {
    const signed = new Map<string, string | undefined>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith(media)) signed.set(pathname, request.headers()['x-sig']);
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
    }, media + video);
    await page.waitForFunction(() => document.querySelector<JetPlayer>('jet-player')!.currentTime > 0.3);
    expect(signed.get(media + video), 'the first').toBe('s');
    expect([...new Set(signed.values())]).toEqual(['s']);
  });
}

test('a storage adapter that is set right after the element is connected is the only one that is read', async ({ page, demo }) => {
  await page.route(`${demo}/bare`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><script src="/dist/jet-player.bundle.js" defer></script>' })
  );
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      document.documentElement.dataset.looked = key;
      return getItem.call(this, key);
    };
  });
  await page.goto(`${demo}/bare`);
  const asked = () =>
    page.evaluate(async () => {
      await customElements.whenDefined('jet-player');
      const player = document.createElement('jet-player');
      player.storage = 'local';
      document.body.append(player);
      return new Promise<string>((asked) => {
        player.storageAdapter = { getItem: (key) => (asked(key), null), setItem: () => undefined, removeItem: () => undefined };
      });
    });
  expect(await asked()).toBe('jet-player');
  expect(await page.locator('html').getAttribute('data-looked')).toBeNull();
  await page.evaluate(() => localStorage.getItem('canary'));
  expect(await page.locator('html').getAttribute('data-looked')).toBe('canary');
});
