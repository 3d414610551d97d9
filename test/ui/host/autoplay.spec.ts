import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../../.ci/chromium.mjs';
import type { JetPlayer } from '../../../src/index.js';
import { browserArgs } from '../../support/browser-args.mjs';
import { expect, test as base } from '../../support/page-fixtures.js';

/** A browser with its default autoplay policy: audible playback needs a user gesture. */
const test = base.extend({
  chrome: [
    async ({ silent }, use) => {
      const args = [
        ...browserArgs.filter((arg) => !arg.startsWith('--autoplay-policy')),
        '--autoplay-policy=document-user-activation-required'
      ];
      const browser = await chromium.launch({ executablePath: await findChromium(), args: [...args, ...silent.browserArgs] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' }
  ]
});

const storageKey = 'jet-player';
const today = () => Math.floor(Date.now() / 86_400_000);

interface PageOptions {
  readonly attributes?: string;
  /** Script that runs in the page, with `player`, before the element is defined. */
  readonly script?: string;
  /** The volume that an earlier visit has stored. */
  readonly storedVolume?: Readonly<Record<string, unknown>>;
}

/**
 * Opens a page with autoplay and waits until the player has played for a second. The page reports this in its console, because `evaluate`
 * counts as a user gesture.
 */
async function openPage(page: Page, demo: string, { attributes = '', script = '', storedVolume }: PageOptions): Promise<void> {
  const storeScript = storedVolume ? `localStorage.setItem('${storageKey}', '${JSON.stringify({ day: today(), ...storedVolume })}');` : '';
  await page.route(`${demo}/visit`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>jet-player { width: 640px }</style>
        <jet-player src="/media/film.mp4" autoplay storage="local" ${attributes}></jet-player>
        <script>
          ${storeScript}
          const player = document.querySelector('jet-player');
          player.addEventListener('timeupdate', () => player.currentTime > 1 && console.log('a second'));
          customElements.whenDefined('jet-player').then(() => { ${script} });
        </script>
        <script type="module" src="/dist/jet-player.js"></script>`
    })
  );
  const secondPlayed = page.waitForEvent('console', { predicate: (message) => message.text() === 'a second', timeout: 20_000 });
  await page.goto(`${demo}/visit`);
  await secondPlayed;
}

const readStorage = (page: Page) =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as Record<string, unknown> | null, storageKey);
const readPlayback = (page: Page) =>
  page.evaluate(() => {
    const { muted, paused, volume } = document.querySelector<JetPlayer>('jet-player')!;
    return { muted, paused, volume };
  });
const unmuteButton = (page: Page) => page.getByRole('button', { name: 'Click to unmute' });

test('a muted autoplay offers to unmute, and is not stored as the viewer’s choice', async ({ page, demo }) => {
  await openPage(page, demo, { attributes: 'autoplay-fallback="muted"' });
  expect(await readPlayback(page)).toEqual({ muted: true, paused: false, volume: 1 });
  expect(await readStorage(page)).toBe(null);
  await page.mouse.move(320, 120);
  await unmuteButton(page).click();
  await expect(unmuteButton(page)).toHaveCount(0);
  expect(await readPlayback(page)).toEqual({ muted: false, paused: false, volume: 1 });
  await expect.poll(() => readStorage(page)).toMatchObject({ level: 1, muted: false });
});

test('a muted autoplay stays muted when a volume is stored', async ({ page, demo }) => {
  await openPage(page, demo, { attributes: 'autoplay-fallback="muted"', storedVolume: { level: 0.5, muted: false } });
  expect(await readPlayback(page)).toEqual({ muted: true, paused: false, volume: 0.5 });
  await expect(unmuteButton(page)).toHaveCount(1);
});

for (const [name, options] of [
  ['attribute', { attributes: 'muted' }],
  ['property', { script: 'player.muted = true' }]
] as const) {
  test(`autoplay starts muted when the page sets the muted ${name}, whatever volume is stored`, async ({ page, demo }) => {
    await openPage(page, demo, { ...options, storedVolume: { level: 0.5, muted: false } });
    expect(await readPlayback(page)).toEqual({ muted: true, paused: false, volume: 0.5 });
    expect(await readStorage(page)).toEqual({ day: today(), level: 0.5, muted: false });
  });
}
