import { pathToFileURL } from 'node:url';
import type * as Testing from '../../src/testing.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';
import { expect, test as base } from '../support/rig.js';
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

for (const name of consumers) {
  test(`${name}: the packed package builds, plays both engines and contacts nobody else`, async ({ page, tarball }) => {
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
    expect(errors).toEqual([]);
  });
}
