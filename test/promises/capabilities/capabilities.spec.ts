import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { site, type Answer } from '../../support/world.js';
import { wideUnless } from '../../support/wide.js';
import { builds, pageAddress, pageOf } from '../hostile/builds.js';
import { hlsType } from '../hostile/case.js';
import { expect, test } from '../hostile/hostile-fixtures.js';

declare global {
  interface Window {
    /** How often a script read `navigator.mediaCapabilities` or called a function of it. */
    capabilityQueries: Record<string, number>;
  }
}

/** Counts on the browser's own prototypes, so that no caller is missed. Runs before the first script of the page. */
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
    const original = MediaCapabilities.prototype[name] as (this: MediaCapabilities, given: never) => Promise<never>;
    MediaCapabilities.prototype[name] = function (this: MediaCapabilities, given: never) {
      count(name);
      return original.call(this, given);
    };
  }
}

const media = (name: string): string => readFileSync(new URL(`../../../demo/media/cmaf/${name}`, import.meta.url), 'utf8');
/** hls.js queries only what may be too much for a device, such as six audio channels. */
const surround = media('master.m3u8').replaceAll('CHANNELS="2"', 'CHANNELS="6"');
const sources: Readonly<Record<string, { readonly src: string; readonly files: Readonly<Record<string, Answer>> }>> = {
  HLS: { src: '/media/cmaf/surround.m3u8', files: { [`${site}/media/cmaf/surround.m3u8`]: { body: surround, type: hlsType } } },
  DASH: { src: '/media/cmaf/manifest.mpd', files: {} }
};

const read = (page: Page) =>
  page.evaluate(() => ({
    queries: window.capabilityQueries,
    report: document.querySelector<JetPlayer>('jet-player')!.privacyReport().capabilityQueries
  }));

for (const build of builds)
  for (const [type, { src, files }] of Object.entries(sources)) {
    const play = async (page: Page, stage: (answers: Record<string, Answer>) => void, attributes: Record<string, string>) => {
      await page.addInitScript(countQueries);
      stage({ ...files, [pageAddress]: pageOf(build, { name: '', row: '', src, files, attributes }) });
      await page.goto(pageAddress);
      await page.waitForFunction(() => (document.querySelector<JetPlayer>('jet-player')?.currentTime ?? 0) > 1);
    };

    test(
      `${build.name}, ${type}: privacy="strict" plays without a query about the device`,
      wideUnless(build === builds[0]),
      async ({ page, world, problems }) => {
        await play(page, (answers) => world.stage(answers), { privacy: 'strict' });
        expect(await read(page)).toEqual({ queries: {}, report: [] });
        expect(problems).toEqual([]);
      }
    );

    test(
      `canary: ${build.name}, ${type}: without it the engine queries, and the report counts every query`,
      wideUnless(build === builds[0]),
      async ({ page, world }) => {
        await play(page, (answers) => world.stage(answers), {});
        const { queries, report } = await read(page);
        expect(queries['decodingInfo']).toBeGreaterThan(0);
        expect(report).toEqual([{ api: 'mediaCapabilities.decodingInfo', count: queries['decodingInfo'] }]);
      }
    );
  }
