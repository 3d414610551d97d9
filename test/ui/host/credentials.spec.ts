import type { ServerResponse } from 'node:http';
import { chromium, expect, test, type Browser } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { findChromium } from '../../../.ci/chromium.mjs';
import { createDemoServer } from '../../../demo/server.mjs';
import { allowCookies } from '../../support/allow-cookies.js';
import { browserArgs } from '../../support/browser-args.mjs';
import { startSilentHost } from '../../support/silent-host.mjs';
import { wide, wideUnless } from '../../support/wide.js';

const [pageOrigin, mediaOrigin, captionsOrigin, unreadableOrigin] = ['page', 'media', 'captions', 'unreadable'].map(
  (name) => `https://${name}.cookies.test`
) as [string, string, string, string];

/** The cookies that the player sent to each host. */
const cookiesByHost = new Map<string, Set<string>>();
let silentHost: Awaited<ReturnType<typeof startSilentHost>>;
let browser: Browser;
/** The page. The server itself serves it, because Chromium lets no other page request a host on this machine. */
let markup = '';

/** Omits the CORS header, so that no page of another host may read the response (Fetch standard, 3.3). */
function omitCorsHeader(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) => (name === 'Access-Control-Allow-Origin' ? response : setHeader(name, value));
}

test.beforeAll(async () => {
  const demo = createDemoServer();
  silentHost = await startSilentHost((request, response) => {
    if (request.url === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end(markup);
    const { host, cookie = 'none' } = request.headers;
    if (request.url?.startsWith('/media/')) {
      cookiesByHost.set(`https://${host}`, (cookiesByHost.get(`https://${host}`) ?? new Set()).add(cookie));
    }
    allowCookies(request, response);
    if (request.url?.endsWith('?members') && cookie === 'none') {
      response.setHeader('Access-Control-Allow-Origin', '*');
      return response.writeHead(401).end();
    }
    if (unreadableOrigin.endsWith(host!)) omitCorsHeader(response);
    demo.emit('request', request, response);
  });
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silentHost.browserArgs] });
});

test.afterAll(async () => {
  await browser.close();
  await silentHost.close();
});

/** Whether the video plays with captions; runs in the page. */
const isPlayingWithCaptions = () => {
  const player = document.querySelector<JetPlayer>('jet-player')!;
  return player.currentTime > 0.3 && [...(player.textTracks ?? [])].some(({ cues }) => (cues?.length ?? 0) > 0);
};
/** Whether the source has failed because the server has not authorised it; runs in the page. */
const isNotAuthorised = () =>
  document.querySelector<JetPlayer>('jet-player')!.player?.state.current.source.error?.code === 'source/not-authorised';

/** Plays a video from one host with captions from another, and returns the cookies that each received. */
async function cookiesWith(
  attributes: string,
  video = `${mediaOrigin}/media/cmaf/master.m3u8`,
  outcome = isPlayingWithCaptions,
  script = ''
): Promise<Record<string, string[]>> {
  cookiesByHost.clear();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.addCookies([{ name: 'who', value: 'viewer', domain: '.cookies.test', path: '/', secure: true }]);
  const page = await context.newPage();
  markup = `<!doctype html><script type="module" src="/dist/jet-player.js"></script>
    <jet-player muted autoplay src="${video}" ${attributes}>
      <track kind="captions" srclang="en" default src="${captionsOrigin}/media/captions/en.vtt">
    </jet-player><script>${script}</script>`;
  await page.goto(`${pageOrigin}/page`);
  await page.waitForFunction(outcome);
  await context.close();
  return Object.fromEntries([...cookiesByHost].map(([host, cookies]) => [host, [...cookies]]));
}

const viewerCookie = 'who=viewer';

test('no host receives cookies when crossorigin is not set', async () => {
  expect(await cookiesWith('')).toEqual({ [mediaOrigin]: ['none'], [captionsOrigin]: ['none'] });
});

test('every host receives cookies when crossorigin is "use-credentials"', async () => {
  expect(await cookiesWith('crossorigin="use-credentials"')).toEqual({ [mediaOrigin]: [viewerCookie], [captionsOrigin]: [viewerCookie] });
});

test('only the hosts in credential-origins receive cookies', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${mediaOrigin}"`;
  expect(await cookiesWith(attributes)).toEqual({ [mediaOrigin]: [viewerCookie], [captionsOrigin]: ['none'] });
});

test('no host receives cookies when credential-origins is empty', wide, async () => {
  expect(await cookiesWith('crossorigin="use-credentials" credential-origins=""')).toEqual({
    [mediaOrigin]: ['none'],
    [captionsOrigin]: ['none']
  });
});

test('no host receives cookies when credential-origins is set without crossorigin', wide, async () => {
  expect(await cookiesWith(`credential-origins="${mediaOrigin}"`)).toEqual({ [mediaOrigin]: ['none'], [captionsOrigin]: ['none'] });
});

for (const attributes of ['', 'crossorigin="anonymous"', `crossorigin="use-credentials" credential-origins="${captionsOrigin}"`]) {
  test(
    `a request for a video file sends no cookies when the player has ${attributes || 'neither of the attributes'}`,
    wideUnless(attributes === ''),
    async () => {
      expect((await cookiesWith(attributes, `${mediaOrigin}/media/film.mp4`))[mediaOrigin]).toEqual(['none']);
    }
  );
}

test('a request for a video file sends no cookies when its host requires them but is not in credential-origins', wide, async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${captionsOrigin}"`;
  expect((await cookiesWith(attributes, `${mediaOrigin}/media/film.mp4?members`, isNotAuthorised))[mediaOrigin]).toEqual(['none']);
});

test('a request for a video file sends no cookies when requestHook changes its host to one that is not in credential-origins', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${mediaOrigin}"`;
  const hook = `document.querySelector('jet-player').requestHook = (request) => void (request.url = request.url.replace('${mediaOrigin}', '${captionsOrigin}'))`;
  expect(await cookiesWith(attributes, `${mediaOrigin}/media/film.mp4`, isPlayingWithCaptions, hook)).toEqual({
    [captionsOrigin]: ['none']
  });
});

test('a request for a video file sends cookies when crossorigin is "use-credentials"', async () => {
  expect((await cookiesWith('crossorigin="use-credentials"', `${mediaOrigin}/media/film.mp4`))[mediaOrigin]).toEqual([viewerCookie]);
});

test('hole: a request for a video file sends cookies to a host without a CORS header', async () => {
  expect((await cookiesWith('', `${unreadableOrigin}/media/film.mp4`))[unreadableOrigin]).toContain(viewerCookie);
});

test('a request for a video file on the host of the page sends no cookies', wide, async () => {
  expect((await cookiesWith('', `${pageOrigin}/media/film.mp4`))[pageOrigin]).toEqual(['none']);
});
