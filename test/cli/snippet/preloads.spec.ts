import type { Page } from '@playwright/test';
import { expect, test } from '../../support/page-fixtures.js';
import { runCli } from '../audited.js';

const sources = ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

/** Opens a page with some markup. */
async function open(page: Page, demo: string, markup: string): Promise<void> {
  const body = `<!doctype html>${markup.replace('<jet-player', '<jet-player muted autoplay')}`;
  await page.route(`${demo}/bare`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${demo}/bare`);
}

/** Plays what some markup contains, and returns the paths of the scripts that the page requested, sorted, and the messages of its console. */
async function play(page: Page, demo: string, markup: string) {
  const scripts: string[] = [];
  const messages: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  page.on('console', (message) => messages.push(message.text()));
  await open(page, demo, markup);
  await page.waitForFunction(() => (document.querySelector('jet-player')?.currentTime ?? 0) > 0.3);
  await page.waitForFunction(() => document.querySelector('jet-player')!.shadowRoot!.querySelector('jet-menu'));
  return { scripts: scripts.sort(), messages };
}

const snippetFor = async (...args: readonly string[]) => (await runCli('snippet', '--folder', '/dist/', ...args)).stdout;

/** The scripts that load after the first frame. */
const afterFirstFrame = /\/chunks\/(?:deferred-)?interface-/;

/** Returns the paths of the scripts that the markup names, sorted. */
const namedScripts = (markup: string) => [...markup.matchAll(/(?:src|href)="(\/dist\/[^"]+)"/g)].map(([, path = '']) => path).sort();

for (const src of sources)
  test(`a snippet names each script of the first frame, and the page loads no script twice: ${src}`, async ({ page, demo }) => {
    const markup = await snippetFor('--src', src, '--integrity');
    const { scripts, messages } = await play(page, demo, markup);
    expect(messages).toEqual([]);
    expect(new Set(scripts).size).toBe(scripts.length);
    const second = await page.context().newPage();
    const withoutPreloads = await play(second, demo, markup.replaceAll(/<link[^>]*>/g, ''));
    expect(scripts).toEqual(withoutPreloads.scripts);
    const firstScripts = withoutPreloads.scripts.filter((path) => !afterFirstFrame.test(path));
    expect(namedScripts(markup)).toEqual(firstScripts);
    expect(namedScripts(markup.replace(/<link[^>]*>/, '')), 'canary').not.toEqual(firstScripts);
  });

test('canary: a preload that the source does not need is a further script', async ({ page, demo }) => {
  const markup = await snippetFor('--src', sources[0]!);
  const { scripts } = await play(page, demo, `${markup}<link rel="modulepreload" href="/dist/media.js" />`);
  expect(scripts).toContain('/dist/media.js');
});

test('canary: a preload with a wrong hash is reported in the console', async ({ page, demo }) => {
  const markup = (await snippetFor('--src', sources[0]!, '--integrity')).replace(/(chunks\/prefetch.*?sha384-)\w{4}/, '$1AAAA');
  const message = page.waitForEvent('console', (each) => each.text().includes('integrity'));
  await open(page, demo, markup);
  expect((await message).text()).toContain('/dist/chunks/prefetch');
});
