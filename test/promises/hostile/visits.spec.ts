import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium } from '../../../.ci/chromium.mjs';
import { browserArgs } from '../../support/browser-args.mjs';
import { withTrustedCertificate } from '../../support/trusted-certificate.js';
import type { Answer, World } from '../../support/world.js';
import { builds, pageUrl, playerPage } from './builds.js';
import { hlsAnswer, type HostileCase } from './case.js';
import { multivariantPlaylist, mediaPlaylist } from './manifests/hls.js';
import { expect, test } from './hostile-fixtures.js';

const cacheForAYear = 'private, max-age=31536000, immutable';

/** Adds validators and a cache lifetime of a year to a response, with which a server could recognise a returning viewer. */
const withValidators = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'cache-control': cacheForAYear, etag: '"viewer-1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:07 GMT' }
});

const captions = withValidators({ body: 'WEBVTT\n\n00:00.000 --> 00:09.000\nA caption\n', type: 'text/vtt' });
const poster = withValidators({ type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });

const visitCase: HostileCase = {
  name: '',
  catalogueRow: '',
  src: '/case/master.m3u8',
  attributes: { poster: '/case/poster.svg' },
  childMarkup: '<track kind="captions" srclang="en" label="English" default src="/case/en.vtt">',
  files: {
    '/case/master.m3u8': withValidators(hlsAnswer(multivariantPlaylist('', 'media.m3u8'))),
    '/case/media.m3u8': withValidators(hlsAnswer(mediaPlaylist())),
    '/case/en.vtt': captions,
    '/case/poster.svg': poster
  }
};

const paths = Object.keys(visitCase.files);

/** The folder of the segments that `media()` names. */
const segmentFolder = '/media/cmaf/video-240';

/** Plays once in a new browser with the persistent profile in a folder, and returns the requests for media. */
async function visitOnce(world: World, profile: string, pageAnswer: Answer) {
  world.stage({ ...visitCase.files, [pageUrl]: pageAnswer });
  const options = { executablePath: await findChromium(), args: withTrustedCertificate([...browserArgs, ...world.browserArgs]) };
  const context: BrowserContext = await chromium.launchPersistentContext(profile, options);
  try {
    const page = await context.newPage();
    await page.goto(pageUrl);
    await expect.poll(() => world.hits.map(({ path }) => path), { timeout: 40_000 }).toContain('/case/en.vtt');
    await page.waitForFunction(() => (document.querySelector<HTMLMediaElement>('jet-player, video')?.currentTime ?? 0) > 0.5);
  } finally {
    await context.close();
  }
  return world.hits.filter(({ path }) => /^\/(case|media)\//.test(path));
}

const validators = ['if-none-match', 'if-modified-since', 'available-dictionary', 'dictionary-id'];

test.describe('for a returning viewer', () => {
  let profile: string;
  test.beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'jet-visits-'));
  });
  test.afterEach(() => rm(profile, { recursive: true, force: true }));

  for (const build of builds) {
    test(`${build.name}: the player sends no cache validator, and requests every file with a validator again`, async ({ world }) => {
      const first = await visitOnce(world, profile, playerPage(build, visitCase));
      const second = await visitOnce(world, profile, playerPage(build, visitCase));
      // The init segment and the first media segment are requested at the same time, so their order is not fixed.
      const firstTwoMediaPaths = (hits: typeof first) =>
        hits
          .flatMap(({ path }) => (path.startsWith('/media/') ? [path] : []))
          .slice(0, 2)
          .toSorted();
      expect(second.filter(({ headers }) => validators.some((name) => headers[name] !== undefined))).toEqual([]);
      for (const path of paths) expect(second.map((hit) => hit.path)).toContain(path);
      expect(firstTwoMediaPaths(first)).toEqual([`${segmentFolder}/1.m4s`, `${segmentFolder}/init.mp4`]);
      expect(firstTwoMediaPaths(second)).toEqual(firstTwoMediaPaths(first));
    });
  }

  test('canary: a page that fetches the files itself reads them from the cache of the previous visit', async ({ world }) => {
    const body = `<!doctype html><meta charset="utf-8"><video muted autoplay src="/media/film.mp4"></video><script>
      for (const path of ${JSON.stringify(paths)}) fetch(path);</script>`;
    await visitOnce(world, profile, { type: 'text/html', body });
    const secondPage = {
      type: 'text/html',
      body: body.replace('fetch(path)', "fetch(path).then(() => path.endsWith('.vtt') && fetch('/case/en.vtt', { cache: 'reload' }))")
    };
    const second = await visitOnce(world, profile, secondPage);
    expect(second.map(({ path }) => path)).not.toContain('/case/master.m3u8');
  });
});
