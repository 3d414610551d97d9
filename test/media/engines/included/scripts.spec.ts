import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../../src/index.js';
import { expect, test } from '../../../support/page-fixtures.js';

const sources = { hls: '/media/cmaf/master.m3u8', dash: '/media/cmaf/manifest.mpd', file: '/media/film.mp4' } as const;
type SourceType = keyof typeof sources;
const sourceTypes = Object.keys(sources) as SourceType[];

/** Opens a page with a player from one script, and returns the paths of all requests to the media. */
async function openPlayer(page: Page, demo: string, script: string, src: string): Promise<readonly string[]> {
  const mediaPaths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/media/')) mediaPaths.push(pathname);
  });
  const body = `<!doctype html><script src="/dist/${script}" defer></script><jet-player src="${src}" muted autoplay></jet-player>`;
  await page.route(`${demo}/bare`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${demo}/bare`);
  return mediaPaths;
}

/** Waits until the player plays or fails, and returns the guard level and the error. */
const outcome = async (page: Page) => {
  const handle = await page.waitForFunction(() => {
    const { error, currentTime, guardLevel } = document.querySelector<JetPlayer>('jet-player')!;
    return (error || currentTime > 0.3) && { message: error?.message, guardLevel };
  });
  return handle.jsonValue();
};

for (const script of [undefined, ...sourceTypes])
  for (const type of sourceTypes) {
    const name = script ? `jet-player.${script}.bundle.js` : 'jet-player.bundle.js';
    if (!script || script === type)
      test(`${name} plays ${sources[type]}`, async ({ page, demo }) => {
        await openPlayer(page, demo, name, sources[type]);
        expect(await outcome(page)).toEqual({ message: undefined, guardLevel: 'engine' });
      });
    else
      test(`${name} refuses ${sources[type]} with an error that names the complete script, and requests no media`, async ({
        page,
        demo
      }) => {
        const mediaPaths = await openPlayer(page, demo, name, sources[type]);
        const { message } = (await outcome(page)) as { message: string };
        expect(message).toContain('source/unsupported:');
        expect(message).toContain(`"${type}"`);
        expect(message).toContain('jet-player.bundle.js');
        // A manifest is fetched before its engine is started.
        expect(mediaPaths.filter((path) => path !== sources[type] || type === 'file')).toEqual([]);
      });
  }
