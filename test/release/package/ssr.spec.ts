import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The output of `@lit-labs/ssr` for a player, from a Node process that loads the package as a project does. */
const renderedMarkup = execFileSync(
  process.execPath,
  [
    '--input-type=module',
    '-e',
    `import { render } from '@lit-labs/ssr';
     import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
     import { html } from 'lit';
     import 'jet-player';
     const player = html\`<jet-player title-text="A day"><video src="/media/film.mp4" controls muted></video></jet-player>\`;
     console.log(await collectResult(render(player)));`
  ],
  { cwd: root, encoding: 'utf8' }
);

/** Bundles a script for the browser that imports these modules in this order. */
async function bundleScript(...imports: string[]): Promise<string> {
  const contents = imports.map((name) => `import '${name}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['production']
  });
  return outputFiles[0]!.text;
}

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Served</title>';
/** Whether the player has played and shown a frame; runs in the page. */
const hasPlayed = () => {
  const player = document.querySelector<JetPlayer>('jet-player')!;
  return player.currentTime > 0.2 && player.getVideoPlaybackQuality().totalVideoFrames > 0;
};

test('a server renders a shadow root with a slot for the fallback video', () => {
  expect(renderedMarkup).toMatch(/<jet-player[^>]*><template shadowroot="open" shadowrootmode="open"><style>/);
  expect(renderedMarkup).toMatch(/<slot><\/slot>[\s\S]*<\/template><video src="\/media\/film.mp4" controls muted><\/video><\/jet-player>/);
});

test('a player from a server shows the fallback video without scripts, as wide as the player', async ({ chrome, demo }) => {
  const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', body: head + renderedMarkup }));
  await page.goto(`${demo}/served.html`);
  const video = page.locator('jet-player > video');
  await expect(video).toBeVisible();
  expect((await video.boundingBox())!.width).toBe((await page.locator('jet-player').boundingBox())!.width);
  await context.close();
});

for (const [name, imports] of [
  ['with hydration', ['@lit-labs/ssr-client/lit-element-hydrate-support.js', 'jet-player']],
  ['without hydration', ['jet-player']]
] as const) {
  test(
    `a player from a server becomes one interface that plays, without a message on the console, ${name}`,
    wideUnless(name === 'with hydration'),
    async ({ page, demo }) => {
      const consoleMessages: string[] = [];
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && consoleMessages.push(message.text()));
      const code = await bundleScript(...imports);
      await page.route('**/client.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
      const body = `${head}${renderedMarkup}<script type="module" src="/client.js"></script>`;
      await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(`${demo}/served.html`);
      const player = page.locator('jet-player');
      await player.getByRole('region', { name: 'Video player: A day' }).waitFor();
      expect(await player.evaluate(({ shadowRoot }) => [shadowRoot!.querySelectorAll('.frame, slot:not([name])').length])).toEqual([1]);
      await player.evaluate((element: JetPlayer) => element.play());
      await page.waitForFunction(hasPlayed);
      expect(consoleMessages).toEqual([]);
    }
  );
}

test('a player from a server applies its style sheets when the policy blocks the style element in its markup', async ({ page, demo }) => {
  const code = await bundleScript('@lit-labs/ssr-client/lit-element-hydrate-support.js', 'jet-player');
  await page.route('**/client.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
  const headers = { 'content-security-policy': "default-src 'none'; script-src 'self'; media-src 'self' blob:; connect-src 'self'" };
  const body = `${head}${renderedMarkup}<script type="module" src="/client.js"></script>`;
  await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', headers, body }));
  await page.goto(`${demo}/served.html`);
  const bar = page.locator('jet-player .bar');
  await bar.waitFor({ state: 'attached' });
  expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
});
