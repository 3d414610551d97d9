import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { transform } from 'esbuild';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { startSilentHost } from '../support/silent-host.mjs';
import { samples, type Sample } from './documents.js';
import { sampleHost } from './sample-host.js';

/** The URL of the page with a sample; every other host that the sample names is the same server. */
const site = 'https://www.example.eu';

interface Stage {
  readonly chrome: Browser;
  /** Shows a page and reports which hosts received the browser's own requests. */
  show(html: string): Promise<{ page: Page; hosts(): string[]; problems: string[] }>;
}

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({}, use) => {
      let html = '';
      const host = await startSilentHost(sampleHost(() => html));
      const chrome = await chromium.launch({ executablePath: await findChromium(), args: [...browserArgs, ...host.browserArgs] });
      const show: Stage['show'] = async (next) => {
        html = next;
        const page = await chrome.newPage();
        const problems: string[] = [];
        // Not the requests that the server received: some of the previous sample may still be on their way.
        const asked = new Set<string>();
        page.context().on('request', (request) => void (request.url().startsWith('http') && asked.add(new URL(request.url()).host)));
        page.on('pageerror', (error) => problems.push(String(error)));
        await page.goto(`${site}/sample.html`);
        return { page, hosts: () => [...asked], problems };
      };
      await use({ chrome, show });
      await chrome.close();
      await host.close();
    },
    { scope: 'worker' }
  ]
});

const of = (language: string) =>
  samples.filter((sample) => sample.language === language && !sample.marks.some((mark) => mark === 'before' || mark === 'playwright'));
const player = '<script src="/dist/jet-player.bundle.js" defer></script>';
const imports = JSON.stringify({
  imports: {
    'jet-player': '/dist/jet-player.js',
    'jet-player/media': '/dist/media.js',
    'jet-player/policy': '/dist/policy.js',
    'jet-player/embed': '/dist/embed/client.js',
    'jet-player/locales/de': '/dist/npm/locales/de.js'
  }
});

/** Hosts that a sample itself names: only those, and the page's own, may be contacted. */
const hostsIn = ({ code }: Sample): RegExp[] =>
  [...code.matchAll(/https:\/\/([*\w.-]+)/g)].map(([, host = '']) => new RegExp(`^${host.replaceAll('.', '\\.').replace('*', '.+')}$`));

/** Starts the player in the page, or in a frame of it, and waits until it plays. */
async function plays(page: Page, timeout = 30_000): Promise<void> {
  const frame = page.locator('iframe').first();
  const element = (await frame.count()) ? page.frameLocator('iframe').first().locator('jet-player') : page.locator('jet-player').first();
  await element.evaluate(async (node) => {
    const media = node as unknown as HTMLVideoElement;
    media.muted = true;
    await customElements.whenDefined('jet-player');
    void media.play().catch(() => undefined);
  });
  await expect.poll(() => element.evaluate((node) => (node as unknown as HTMLVideoElement).currentTime), { timeout }).toBeGreaterThan(0);
}

/** Markup as a page would have it: a hash of an unpublished release is left out, and a tag alone gets its script. */
function pageOf({ code }: Sample): string {
  const markup = code.replace(/ integrity="sha384-HASH_OF_THE_RELEASE"/, '');
  const script = /<script/.test(markup) || !/<jet-player/.test(markup) ? '' : player;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title>${script}</head><body>${markup}</body></html>`;
}

for (const sample of of('html')) {
  test(`${sample.name}: plays, and contacts no host that it does not name`, async ({ stage }) => {
    const { page, hosts, problems } = await stage.show(pageOf(sample));
    if (/<jet-player|<iframe/.test(sample.code)) await plays(page);
    expect(problems).toEqual([]);
    const allowed = [/^www\.example\.eu$/, ...hostsIn(sample)];
    expect(hosts().filter((host) => !allowed.some((each) => each.test(host)))).toEqual([]);
    await page.close();
  });
}

/** A page with the elements that a sample may look for: a player, a video, a frame. */
const around = (script: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title>
  <script type="importmap">${imports}</script>${player}</head>
  <body><jet-player src="video.m3u8" load="play"></jet-player><video muted></video>
  <iframe src="/embed/?src=/media/master.m3u8" allow="autoplay"></iframe>
  <script type="module">try { await (async () => {
    await customElements.whenDefined('jet-player');
    const run = await import(URL.createObjectURL(new Blob([${JSON.stringify(script).replaceAll('</', '<\\/')}], { type: 'text/javascript' })));
    document.documentElement.dataset.ran = Object.keys(run).join();
  })(); } catch (error) { document.documentElement.dataset.failed = String(error); }</script></body></html>`;

for (const sample of [...of('js'), ...of('ts')]) {
  test(`${sample.name}: runs`, async ({ stage }) => {
    const { code } = await transform(sample.code, { loader: 'ts', target: 'es2022' });
    const { page, problems } = await stage.show(around(code));
    await expect(page.locator('html[data-ran], html[data-failed]')).toBeAttached({ timeout: 30_000 });
    expect(await page.locator('html').getAttribute('data-failed')).toBeNull();
    expect(problems).toEqual([]);
    await page.close();
  });
}

test('canary: detects a sample that does not play, a host that it does not name, and a script that throws', async ({ stage }) => {
  const { page, hosts } = await stage.show(
    pageOf({
      name: '',
      language: 'html',
      marks: [],
      code: '<img src="https://elsewhere.test/x.png"><jet-player src="none.m3u8"></jet-player>'
    })
  );
  await expect(plays(page, 3000)).rejects.toThrow();
  expect(hosts()).toContain('elsewhere.test');
  const script = await stage.show(around('throw new Error("no")'));
  await expect(script.page.locator('html')).toHaveAttribute('data-failed', 'Error: no');
});
