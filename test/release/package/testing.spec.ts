import { expectNoThirdParty } from '../../../src/testing.js';
import { expect, test } from '../../support/page-fixtures.js';

// These pages contact other hosts on purpose, so their requests are removed from the count of the silent host.
const pages = {
  '/quiet.html': '<!doctype html><title>Quiet</title><script type="module" src="/dist/jet-player.js"></script>',
  '/image.html': '<!doctype html><title>Image</title><img src="https://pixel.evil.test/p.gif?viewer=7">',
  '/frame.html': '<!doctype html><title>Frame</title><iframe srcdoc="<img src=https://inside.evil.test/p.gif>"></iframe>',
  '/socket.html': '<!doctype html><title>Socket</title><script>new WebSocket("wss://socket.evil.test/")</script>',
  '/beacon.html': '<!doctype html><title>Beacon</title><script>navigator.sendBeacon("https://beacon.evil.test/b", "x")</script>',
  '/opens.html': '<!doctype html><title>Opens</title><script>open("https://window.evil.test/")</script>',
  '/worker.html': `<!doctype html><title>Worker</title><script>
    new Worker(URL.createObjectURL(new Blob(['fetch("https://worker.evil.test/").catch(() => 0)'], { type: 'text/javascript' })))</script>`
};

test.beforeEach(async ({ page, demo, silent }) => {
  for (const [path, body] of Object.entries(pages))
    await page.route(demo + path, (route) => route.fulfill({ contentType: 'text/html', body }));
  silent.hits.length = 0;
});
test.afterEach(({ silent }) => void (silent.hits.length = 0));

test('expectNoThirdParty() passes for a page without third-party requests', async ({ page, demo }) => {
  await expectNoThirdParty(page, { during: () => page.goto(`${demo}/quiet.html`) });
});

test('expectNoThirdParty() passes for a player that plays', async ({ page, demo }) => {
  await expectNoThirdParty(page, {
    during: async () => {
      await page.goto(`${demo}/index.html`);
      await page.locator('jet-player').evaluate((player: HTMLVideoElement) => {
        player.muted = true;
        return player.play();
      });
      await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('jet-player')!.currentTime > 0.5);
    }
  });
});

for (const [name, host] of [
  ['image', 'pixel'],
  ['frame', 'inside'],
  ['socket', 'socket'],
  ['beacon', 'beacon'],
  ['opens', 'window'],
  ['worker', 'worker']
] as const) {
  test(`canary: expectNoThirdParty() names the third party of the page "${name}"`, async ({ page, demo }) => {
    const during = async () => {
      const thirdPartyRequest = page
        .context()
        .waitForEvent('request', (request) => new URL(request.url()).hostname === `${host}.evil.test`)
        .catch(() => 0);
      const contact = name === 'socket' ? page.waitForEvent('websocket') : thirdPartyRequest;
      await page.goto(`${demo}/${name}.html`);
      await contact;
    };
    await expect(expectNoThirdParty(page, { during })).rejects.toThrow(`https://${host}.evil.test/`);
    await expect(expectNoThirdParty(page, { during, allow: ['https://*.evil.test'] })).resolves.toBeUndefined();
  });
}

test('expectNoThirdParty() names a URL without its query', async ({ page, demo }) => {
  const { message } = (await expectNoThirdParty(page, { during: () => page.goto(`${demo}/image.html`) }).catch(
    (error: Error) => error
  )) as Error;
  expect(message).toContain('image: https://pixel.evil.test/p.gif?…');
  expect(message).not.toContain('viewer');
});

test('expectNoThirdParty() fails for a page that was never opened', async ({ page }) => {
  await expect(expectNoThirdParty(page, { during: () => Promise.resolve() })).rejects.toThrow(/requested nothing/);
});
