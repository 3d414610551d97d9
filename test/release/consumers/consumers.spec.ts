import { pathToFileURL } from 'node:url';
import type * as Testing from '../../../src/testing.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../../support/page-fixtures.js';
import { buildProject, pack, serve } from './project.js';

/** Every way to build a page that is promised to work, each a project that installs the packed package. */
const consumers = ['html', 'vite', 'webpack', 'esbuild', 'react', 'react-18', 'vue', 'svelte', 'next'];

const test = base.extend<object, { tarball: string }>({
  tarball: [
    async ({}, use) => {
      await using packed = await pack();
      await use(packed.tarball);
    },
    { scope: 'worker', timeout: 120_000 }
  ]
});

/** The whole player plays when a frame was shown, and not before. */
const playsOn = (engine: string) => {
  const player = document.querySelector<JetPlayer>('jet-player:not([nocontrols])')!;
  return player.engine === engine && player.currentTime > 0.2 && player.getVideoPlaybackQuality().totalVideoFrames > 0;
};

/** React renders with the same properties again and again; that is not a new decision. */
async function takesBackWhatIsTakenBack(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/#memory`);
  await page.reload();
  const player = page.locator('jet-player');
  const tell = (level: number) => player.evaluate((element: JetPlayer, value) => element.player!.volume.setLevel(value), level);
  const kept = () => page.evaluate(() => localStorage.getItem('jet-player'));
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.readyState)).toBeGreaterThan(0);
  await tell(0.3);
  await expect.poll(kept).toContain('0.3');
  const renders = async () => Number(await page.locator('main').getAttribute('data-renders'));
  const before = await renders();
  await player.evaluate((element: JetPlayer) => element.player!.preferences.erase());
  await expect.poll(renders).toBeGreaterThan(before);
  await tell(0.4);
  expect(await player.evaluate((element: JetPlayer) => [element.consent.storage, element.privacyReport().storage])).toEqual([
    false,
    'none'
  ]);
  expect(await kept()).toBe(null);

  expect(await player.evaluate((element: JetPlayer) => typeof element.requestHook)).toBe('function');
  await page.getByText('Take the hook away').click();
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.requestHook)).toBe(undefined);
}

for (const name of consumers) {
  test(`${name}: the packed package builds, plays both engines and contacts no other host`, async ({ page, tarball }) => {
    test.setTimeout(600_000);
    await using project = await buildProject(name, tarball);
    const { folder } = project;
    await using site = await serve(folder);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    // The check that integrators get, from the very package that they get.
    const address = pathToFileURL(`${folder}/node_modules/jet-player/dist/npm/testing.js`).href;
    const { expectNoThirdParty } = (await import(address)) as typeof Testing;
    await expectNoThirdParty(page, {
      during: async () => {
        await page.goto(site.address);
        await page.waitForFunction(playsOn, 'hls.js');
        // The event came through the framework's own way of listening.
        await page.locator('[data-engine="hls.js"]').waitFor();
        await page
          .locator('jet-player')
          .first()
          .evaluate((player: JetPlayer) => void (player.src = '/media/cmaf/manifest.mpd'));
        await page.waitForFunction(playsOn, 'dash.js');
      }
    });
    if (name.startsWith('react')) await takesBackWhatIsTakenBack(page, site.address);
    expect(errors).toEqual([]);
  });
}
