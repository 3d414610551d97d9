import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { site, type Answer } from '../../support/world.js';
import { wideUnless } from '../../support/wide.js';
import { builds, pageUrl, playerPage } from '../hostile/builds.js';
import { hlsType } from '../hostile/case.js';
import { expect, test } from '../hostile/hostile-fixtures.js';

declare global {
  interface Window {
    /** How often a script read `navigator.mediaCapabilities` or called a function of it. */
    capabilityQueries: Record<string, number>;
  }
}

/** Counts queries on the browser's own prototypes, so that it counts every caller. Runs before the first script of the page. */
function countQueries(): void {
  const queries: Record<string, number> = (window.capabilityQueries = {});
  const count = (name: string) => (queries[name] = (queries[name] ?? 0) + 1);
  const { get } = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaCapabilities')!;
  Object.defineProperty(Navigator.prototype, 'mediaCapabilities', {
    configurable: true,
    enumerable: true,
    get(this: Navigator) {
      count('mediaCapabilities');
      return get!.call(this) as MediaCapabilities;
    }
  });
  for (const name of ['decodingInfo', 'encodingInfo'] as const) {
    const original = MediaCapabilities.prototype[name] as (this: MediaCapabilities, arg: never) => Promise<never>;
    MediaCapabilities.prototype[name] = function (this: MediaCapabilities, arg: never) {
      count(name);
      return original.call(this, arg);
    };
  }
}

const readManifest = (name: string): string => readFileSync(new URL(`../../../demo/media/cmaf/${name}`, import.meta.url), 'utf8');
/** A playlist with six audio channels, because hls.js queries only what may be too much for a device. */
const surroundPlaylist = readManifest('master.m3u8').replaceAll('CHANNELS="2"', 'CHANNELS="6"');
const sources: Readonly<Record<string, { readonly src: string; readonly files: Readonly<Record<string, Answer>> }>> = {
  HLS: { src: '/media/cmaf/surround.m3u8', files: { [`${site}/media/cmaf/surround.m3u8`]: { body: surroundPlaylist, type: hlsType } } },
  DASH: { src: '/media/cmaf/manifest.mpd', files: {} }
};

const readQueries = (page: Page) =>
  page.evaluate(() => ({
    queries: window.capabilityQueries,
    report: document.querySelector<JetPlayer>('jet-player')!.privacyReport().capabilityQueries
  }));

for (const build of builds)
  for (const [type, { src, files }] of Object.entries(sources)) {
    const openAndPlay = async (page: Page, stage: (answers: Record<string, Answer>) => void, attributes: Record<string, string>) => {
      await page.addInitScript(countQueries);
      stage({ ...files, [pageUrl]: playerPage(build, { name: '', catalogueRow: '', src, files, attributes }) });
      await page.goto(pageUrl);
      await page.waitForFunction(() => (document.querySelector<JetPlayer>('jet-player')?.currentTime ?? 0) > 1);
    };

    test(
      `${build.name}, ${type}: with privacy="strict", the player plays without a query about the device`,
      wideUnless(build === builds[0]),
      async ({ page, world, problems }) => {
        await openAndPlay(page, (answers) => world.stage(answers), { privacy: 'strict' });
        expect(await readQueries(page)).toEqual({ queries: {}, report: [] });
        expect(problems).toEqual([]);
      }
    );

    test(
      `canary: ${build.name}, ${type}: without privacy="strict", the engine queries the device, and the report counts every query`,
      wideUnless(build === builds[0]),
      async ({ page, world }) => {
        await openAndPlay(page, (answers) => world.stage(answers), {});
        const { queries, report } = await readQueries(page);
        expect(queries['decodingInfo']).toBeGreaterThan(0);
        expect(report).toEqual([{ api: 'mediaCapabilities.decodingInfo', count: queries['decodingInfo'] }]);
      }
    );
  }
