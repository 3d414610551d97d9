import type { ServerResponse } from 'node:http';
import { chromium, expect, test, type Browser } from '@playwright/test';
import type { JetPlayer } from '../../src/index.js';
import { findChromium } from '../../.ci/chromium.mjs';
import { createDemoServer } from '../../demo/server.mjs';
import { allowCookies } from '../support/allow-cookies.js';
import { browserArgs } from '../support/browser-args.mjs';
import { startSilentHost } from '../support/silent-host.mjs';

const [own, media, captions, unreadable] = ['page', 'media', 'captions', 'unreadable'].map((name) => `https://${name}.cookies.test`) as [
  string,
  string,
  string,
  string
];

/** The cookies that each host was sent by the player. */
const heard = new Map<string, Set<string>>();
let silent: Awaited<ReturnType<typeof startSilentHost>>;
let browser: Browser;
/** The page, which comes from the server itself: a Chromium lets no other page ask a host on this machine. */
let markup = '';

/** No page of another host may read what is sent (Fetch standard, 3.3). */
function letNobodyRead(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) => (name === 'Access-Control-Allow-Origin' ? response : set(name, value));
}

test.beforeAll(async () => {
  const demo = createDemoServer();
  silent = await startSilentHost((request, response) => {
    if (request.url === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end(markup);
    const { host, cookie = 'none' } = request.headers;
    if (request.url?.startsWith('/media/')) {
      heard.set(`https://${host}`, (heard.get(`https://${host}`) ?? new Set()).add(cookie));
    }
    allowCookies(request, response);
    if (request.url?.endsWith('?members') && cookie === 'none') {
      response.setHeader('Access-Control-Allow-Origin', '*');
      return response.writeHead(401).end();
    }
    if (unreadable.endsWith(host!)) letNobodyRead(response);
    demo.emit('request', request, response);
  });
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...silent.browserArgs] });
});

test.afterAll(async () => {
  await browser.close();
  await silent.close();
});

/** A film plays, with captions. */
const plays = () => {
  const player = document.querySelector<JetPlayer>('jet-player')!;
  return player.currentTime > 0.3 && [...(player.textTracks ?? [])].some(({ cues }) => (cues?.length ?? 0) > 0);
};
const fails = () => document.querySelector<JetPlayer>('jet-player')!.player?.state.current.error.error?.code === 'source/not-authorised';

/** Plays a film from one host with captions from another, and says which cookies each of them got. */
async function cookiesWith(
  attributes: string,
  film = `${media}/media/cmaf/master.m3u8`,
  outcome = plays,
  script = ''
): Promise<Record<string, string[]>> {
  heard.clear();
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.addCookies([{ name: 'who', value: 'viewer', domain: '.cookies.test', path: '/', secure: true }]);
  const page = await context.newPage();
  markup = `<!doctype html><script type="module" src="/dist/jet-player.js"></script>
    <jet-player muted autoplay src="${film}" ${attributes}>
      <track kind="captions" srclang="en" default src="${captions}/media/captions/en.vtt">
    </jet-player><script>${script}</script>`;
  await page.goto(`${own}/page`);
  await page.waitForFunction(outcome);
  await context.close();
  return Object.fromEntries([...heard].map(([host, cookies]) => [host, [...cookies]]));
}

const cookie = 'who=viewer';

test('no host gets a cookie', async () => {
  expect(await cookiesWith('')).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

test('every host gets them where the publisher says so', async () => {
  expect(await cookiesWith('crossorigin="use-credentials"')).toEqual({ [media]: [cookie], [captions]: [cookie] });
});

test('the hosts that the publisher names get them, and no other', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${media}"`;
  expect(await cookiesWith(attributes)).toEqual({ [media]: [cookie], [captions]: ['none'] });
});

test('an empty list is nobody, and not everybody', async () => {
  expect(await cookiesWith('crossorigin="use-credentials" credential-origins=""')).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

test('a name alone sends nothing', async () => {
  expect(await cookiesWith(`credential-origins="${media}"`)).toEqual({ [media]: ['none'], [captions]: ['none'] });
});

for (const attributes of ['', 'crossorigin="anonymous"', `crossorigin="use-credentials" credential-origins="${captions}"`]) {
  test(`a film file brings none: ${attributes || 'nothing said'}`, async () => {
    expect((await cookiesWith(attributes, `${media}/media/film.mp4`))[media]).toEqual(['none']);
  });
}

test('nor does one whose host refuses it without them, and is not among the named', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${captions}"`;
  expect((await cookiesWith(attributes, `${media}/media/film.mp4?members`, fails))[media]).toEqual(['none']);
});

test('nor does one that a page signs for another host, which is not among the named', async () => {
  const attributes = `crossorigin="use-credentials" credential-origins="${media}"`;
  const hook = `document.querySelector('jet-player').requestHook = (request) => void (request.url = request.url.replace('${media}', '${captions}'))`;
  expect(await cookiesWith(attributes, `${media}/media/film.mp4`, plays, hook)).toEqual({ [captions]: ['none'] });
});

test('a film file brings them where the publisher says so', async () => {
  expect((await cookiesWith('crossorigin="use-credentials"', `${media}/media/film.mp4`))[media]).toEqual([cookie]);
});

test('hole: a film file brings the cookies of a host that lets no page read it', async () => {
  expect((await cookiesWith('', `${unreadable}/media/film.mp4`))[unreadable]).toContain(cookie);
});

test('hole: a film file brings the cookies of the page itself', async () => {
  expect((await cookiesWith('', `${own}/media/film.mp4`))[own]).toContain(cookie);
});
