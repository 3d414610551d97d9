import { pathToFileURL } from 'node:url';
import type * as Testing from '../../../src/testing.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../../support/page-fixtures.js';
import { buildProject, pack, serve } from './project.js';

/** The supported ways to build a page, each with a project that installs the packed package. */
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

/** Whether the player plays with an engine and has shown a frame; runs in the page. */
const isPlayingWith = (engine: string) => {
  const player = document.querySelector<JetPlayer>('jet-player:not([nocontrols])')!;
  return player.engine === engine && player.currentTime > 0.2 && player.getVideoPlaybackQuality().totalVideoFrames > 0;
};

/** Expects withdrawn consent to stay withdrawn when React renders the same properties again, and a removed `requestHook` to be unset. */
async function expectConsentStaysWithdrawn(page: Page, siteUrl: string): Promise<void> {
  await page.goto(`${siteUrl}/#memory`);
  await page.reload();
  const player = page.locator('jet-player');
  const setVolume = (level: number) => player.evaluate((element: JetPlayer, value) => element.player!.volume.setLevel(value), level);
  const readStorage = () => page.evaluate(() => localStorage.getItem('jet-player'));
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.readyState)).toBeGreaterThan(0);
  await setVolume(0.3);
  await expect.poll(readStorage).toContain('0.3');
  const renderCount = async () => Number(await page.locator('main').getAttribute('data-renders'));
  const initialRenderCount = await renderCount();
  await player.evaluate((element: JetPlayer) => element.player!.preferences.erase());
  await expect.poll(renderCount).toBeGreaterThan(initialRenderCount);
  await setVolume(0.4);
  expect(await player.evaluate((element: JetPlayer) => [element.consent.storage, element.privacyReport().storage])).toEqual([
    false,
    'none'
  ]);
  expect(await readStorage()).toBe(null);

  expect(await player.evaluate((element: JetPlayer) => typeof element.requestHook)).toBe('function');
  await page.getByText('Remove the hook').click();
  await expect.poll(() => player.evaluate((element: JetPlayer) => element.requestHook)).toBe(undefined);
}

for (const name of consumers) {
  test(`the packed package builds, plays with both engines and contacts no other host in the project "${name}"`, async ({
    page,
    tarball
  }) => {
    test.setTimeout(600_000);
    await using project = await buildProject(name, tarball);
    const { folder } = project;
    await using site = await serve(folder);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    // The check that the package contains for integrators.
    const moduleUrl = pathToFileURL(`${folder}/node_modules/jet-player/dist/npm/testing.js`).href;
    const { expectNoThirdParty } = (await import(moduleUrl)) as typeof Testing;
    await expectNoThirdParty(page, {
      during: async () => {
        await page.goto(site.url);
        await page.waitForFunction(isPlayingWith, 'hls.js');
        // The page has received the event through its framework.
        await page.locator('[data-engine="hls.js"]').waitFor();
        await page
          .locator('jet-player')
          .first()
          .evaluate((player: JetPlayer) => void (player.src = '/media/cmaf/manifest.mpd'));
        await page.waitForFunction(isPlayingWith, 'dash.js');
      }
    });
    if (name.startsWith('react')) await expectConsentStaysWithdrawn(page, site.url);
    expect(errors).toEqual([]);
  });
}
