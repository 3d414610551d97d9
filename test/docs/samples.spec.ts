import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { transform } from 'esbuild';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { startSilentHost } from '../support/silent-host.mjs';
import { samples, type Sample } from './documents.js';
import { sampleHost } from './sample-host.js';

/** The URL of the page with a sample; every other host that the sample names is the same server. */
const siteUrl = 'https://www.example.eu';

/** The browser in which samples are shown. */
interface Stage {
  readonly chrome: Browser;
  /** Shows a page; `hosts` returns the hosts that the page has requested, and `problems` lists its exceptions. */
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
        // The requests that the server received would include late ones of the previous sample.
        const requestedHosts = new Set<string>();
        page
          .context()
          .on('request', (request) => void (request.url().startsWith('http') && requestedHosts.add(new URL(request.url()).host)));
        page.on('pageerror', (error) => problems.push(String(error)));
        await page.goto(`${siteUrl}/sample.html`);
        return { page, hosts: () => [...requestedHosts], problems };
      };
      await use({ chrome, show });
      await chrome.close();
      await host.close();
    },
    { scope: 'worker' }
  ]
});

/** Returns the samples in a language that are run. */
const samplesIn = (language: string) =>
  samples.filter((sample) => sample.language === language && !sample.marks.some((mark) => mark === 'before' || mark === 'playwright'));
const playerScript = '<script src="/dist/jet-player.bundle.js" defer></script>';
const importMap = JSON.stringify({
  imports: {
    'jet-player': '/dist/jet-player.js',
    'jet-player/media': '/dist/media.js',
    'jet-player/policy': '/dist/policy.js',
    'jet-player/embed': '/dist/embed/client.js',
    'jet-player/locales/de': '/dist/npm/locales/de.js'
  }
});

/** Returns patterns of the hosts that a sample names: only those and the host of the page may be contacted. */
const hostsIn = ({ code }: Sample): RegExp[] =>
  [...code.matchAll(/https:\/\/([*\w.-]+)/g)].map(([, host = '']) => new RegExp(`^${host.replaceAll('.', '\\.').replace('*', '.+')}$`));

/** Starts the player in the page or in a frame of it, and waits until it plays. */
async function waitForPlayback(page: Page, timeout = 30_000): Promise<void> {
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

/** Returns the page of a sample, without the hash of an unpublished release, and with the script of the player if the sample has none. */
function pageOf({ code }: Sample): string {
  const markup = code.replace(/ integrity="sha384-HASH_OF_THE_RELEASE"/, '');
  const script = /<script/.test(markup) || !/<jet-player/.test(markup) ? '' : playerScript;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title>${script}</head><body>${markup}</body></html>`;
}

for (const sample of samplesIn('html')) {
  test(`${sample.name} plays if it has a player, and contacts no host that it does not name`, async ({ stage }) => {
    const { page, hosts, problems } = await stage.show(pageOf(sample));
    if (/<jet-player|<iframe/.test(sample.code)) await waitForPlayback(page);
    expect(problems).toEqual([]);
    const allowed = [/^www\.example\.eu$/, ...hostsIn(sample)];
    expect(hosts().filter((host) => !allowed.some((each) => each.test(host)))).toEqual([]);
    await page.close();
  });
}

/** Returns a page that runs a script, with the elements that it may look for: a player, a video, a frame. */
const pageAround = (script: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sample</title>
  <script type="importmap">${importMap}</script>${playerScript}</head>
  <body><jet-player src="video.m3u8" load="play"></jet-player><video muted></video>
  <iframe src="/embed/?src=/media/master.m3u8" allow="autoplay"></iframe>
  <script type="module">try { await (async () => {
    await customElements.whenDefined('jet-player');
    const run = await import(URL.createObjectURL(new Blob([${JSON.stringify(script).replaceAll('</', '<\\/')}], { type: 'text/javascript' })));
    document.documentElement.dataset.ran = Object.keys(run).join();
  })(); } catch (error) { document.documentElement.dataset.failed = String(error); }</script></body></html>`;

for (const sample of [...samplesIn('js'), ...samplesIn('ts')]) {
  test(`${sample.name} runs without an error`, async ({ stage }) => {
    const { code } = await transform(sample.code, { loader: 'ts', target: 'es2022' });
    const { page, problems } = await stage.show(pageAround(code));
    await expect(page.locator('html[data-ran], html[data-failed]')).toBeAttached({ timeout: 30_000 });
    expect(await page.locator('html').getAttribute('data-failed')).toBeNull();
    expect(problems).toEqual([]);
    await page.close();
  });
}

test('canary: the checks detect a sample that does not play, a host that it does not name, and a script that throws', async ({ stage }) => {
  const { page, hosts } = await stage.show(
    pageOf({
      name: '',
      language: 'html',
      marks: [],
      code: '<img src="https://elsewhere.test/x.png"><jet-player src="none.m3u8"></jet-player>'
    })
  );
  await expect(waitForPlayback(page, 3000)).rejects.toThrow();
  expect(hosts()).toContain('elsewhere.test');
  const script = await stage.show(pageAround('throw new Error("no")'));
  await expect(script.page.locator('html')).toHaveAttribute('data-failed', 'Error: no');
});
