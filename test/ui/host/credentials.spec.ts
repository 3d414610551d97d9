import type { ServerResponse } from 'node:http';
import { chromium, expect, test, type Browser } from '@playwright/test';
import type { JetPlayer } from '../../../src/index.js';
import { findChromium } from '../../../.ci/chromium.mjs';
import { createDemoServer } from '../../../demo/server.mjs';
import { allowCookies } from '../../support/allow-cookies.js';
import { browserArgs } from '../../support/browser-args.mjs';
import { startSilentHost } from '../../support/silent-host.mjs';
import { wide, wideUnless } from '../../support/wide.js';

const [own, media, captions, unreadable] = ['page', 'media', 'captions', 'unreadable'].map((name) => `https://${name}.cookies.test`) as [
  string,
  string,
  string,
  string
];

/** The cookies that the player sent to each host. */
const cookiesByHost = new Map<string, Set<string>>();
let silent: Awaited<ReturnType<typeof startSilentHost>>;
let browser: Browser;
/** The page. The server itself serves it, because Chromium lets no other page request a host on this machine. */
let markup = '';

/** Omits the CORS header, so that no page of another host may read the response (Fetch standard, 3.3). */
function omitCorsHeader(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) => (name === 'Access-Control-Allow-Origin' ? response : set(name, value));
}

test.beforeAll(async () => {
  const demo = createDemoServer();
  silent = await startSilentHost((request, response) => {
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
    if (unreadable.endsWith(host!)) omitCorsHeader(response);
    demo.emit('request', request, response);
  });
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silent.browserArgs] });
});

test.afterAll(async () => {
  await browser.close();
  await silent.close();
});

/** Waits until a video plays with captions. */
const plays = () => {
  const player = document.querySelector<JetPlayer>('jet-player')!;
  return player.currentTime > 0.3 && [...(player.textTracks ?? [])].some(({ cues }) => (cues?.length ?? 0) > 0);
};
const fails = () => document.querySelector<JetPlayer>('jet-player')!.player?.state.current.source.error?.code === 'source/not-authorised';

/** Plays a video from one host with captions from another, and returns the cookies that each received. */
async function cookiesWith(
  attributes: string,
  video = `${media}/media/cmaf/master.m3u8`,
  outcome = plays,
  script = ''
): Promise<Record<string, string[]>> {
  cookiesByHost.clear();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.addCookies([{ name: 'who', value: 'viewer', domain: '.cookies.test', path: '/', secure: true }]);
  const page = await context.newPage();
  markup = `<!doctype html><script type="module" src="/dist/jet-player.js"></script>
    <jet-player muted autoplay src="${video}" ${attributes}>
      <track kind="captions" srclang="en" default src="${captions}/media/captions/en.vtt">
    </jet-player><script>${script}</script>`;
  await page.goto(`${own}/page`);
  await page.waitForFunction(outcome);
  await context.close();
  return Object.fromEntries([...cookiesByHost].map(([host, cookies]) => [host, [...cookies]]));
}

const cookie = 'who=viewer';

test('no host receives cookies when crossorigin is not set', async () => {
  expect(await cookiesWith('')).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

test('every host receives cookies when the publisher allows it', async () => {
  expect(await cookiesWith('crossorigin="use-credentials"')).toEqual({ [media]: [cookie], [captions]: [cookie] });
});

test('only the named hosts receive cookies when the publisher names hosts', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${media}"`;
  expect(await cookiesWith(attributes)).toEqual({ [media]: [cookie], [captions]: ['none'] });
});

test('no host receives cookies when the list is empty', wide, async () => {
  expect(await cookiesWith('crossorigin="use-credentials" credential-origins=""')).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

test('no host receives cookies when the attribute has no value', wide, async () => {
  expect(await cookiesWith(`credential-origins="${media}"`)).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

for (const attributes of ['', 'crossorigin="anonymous"', `crossorigin="use-credentials" credential-origins="${captions}"`]) {
  test(
    `a request for a video file sends no cookies when the player has ${attributes || 'no attribute'}`,
    wideUnless(attributes === ''),
    async () => {
      expect((await cookiesWith(attributes, `${media}/media/film.mp4`))[media]).toEqual(['none']);
    }
  );
}

test('a request for a video file sends no cookies when its host requires them but is not named', wide, async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${captions}"`;
  expect((await cookiesWith(attributes, `${media}/media/film.mp4?members`, fails))[media]).toEqual(['none']);
});

test('a request for a video file sends no cookies when a hook changes its host to one that is not named', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${media}"`;
  const hook = `document.querySelector('jet-player').requestHook = (request) => void (request.url = request.url.replace('${media}', '${captions}'))`;
  expect(await cookiesWith(attributes, `${media}/media/film.mp4`, plays, hook)).toEqual({ [captions]: ['none'] });
});

test('a request for a video file sends cookies when the publisher allows it', async () => {
  expect((await cookiesWith('crossorigin="use-credentials"', `${media}/media/film.mp4`))[media]).toEqual([cookie]);
});

test('hole: a video file request sends the cookies of a host that lets no page read it', async () => {
  expect((await cookiesWith('', `${unreadable}/media/film.mp4`))[unreadable]).toContain(cookie);
});

test('a request for a video file on the host of the page sends no cookies', wide, async () => {
  expect((await cookiesWith('', `${own}/media/film.mp4`))[own]).toEqual(['none']);
});
