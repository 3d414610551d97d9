import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The output of `@lit-labs/ssr` for a player, in a Node process of its own that loads the package as a project would. */
const served = execFileSync(
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

/** The client's script: the package, preceded by the hydration code. */
async function script(...imports: string[]): Promise<string> {
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
const lastFrame = () => {
  const player = document.querySelector<JetPlayer>('jet-player')!;
  return player.currentTime > 0.2 && player.getVideoPlaybackQuality().totalVideoFrames > 0;
};

test('a server renders a shadow root with the fallback, and adds nothing else', () => {
  expect(served).toMatch(/<jet-player[^>]*><template shadowroot="open" shadowrootmode="open"><style>/);
  expect(served).toMatch(/<slot><\/slot>[\s\S]*<\/template><video src="\/media\/film.mp4" controls muted><\/video><\/jet-player>/);
});

test('shows the fallback without scripts, as wide as the player', async ({ chrome, demo }) => {
  const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', body: head + served }));
  await page.goto(`${demo}/served.html`);
  const video = page.locator('jet-player > video');
  await expect(video).toBeVisible();
  expect((await video.boundingBox())!.width).toBe((await page.locator('jet-player').boundingBox())!.width);
  await context.close();
});

for (const [name, imports] of [
  ['with hydration', ['@lit-labs/ssr-client/lit-element-hydrate-support.js', 'jet-player']],
  ['without it', ['jet-player']]
] as const) {
  test(
    `${name}, the player takes over: one interface, no mismatch, and it plays`,
    wideUnless(name === 'with hydration'),
    async ({ page, demo }) => {
      const complaints: string[] = [];
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
      const code = await script(...imports);
      await page.route('**/client.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
      const body = `${head}${served}<script type="module" src="/client.js"></script>`;
      await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(`${demo}/served.html`);
      const player = page.locator('jet-player');
      await player.getByRole('region', { name: 'Video player: A day' }).waitFor();
      expect(await player.evaluate(({ shadowRoot }) => [shadowRoot!.querySelectorAll('.frame, slot:not([name])').length])).toEqual([1]);
      await player.evaluate((element: JetPlayer) => element.play());
      await page.waitForFunction(lastFrame);
      expect(complaints).toEqual([]);
    }
  );
}

test('applies the style sheets under a policy that refuses the style in the markup', async ({ page, demo }) => {
  const code = await script('@lit-labs/ssr-client/lit-element-hydrate-support.js', 'jet-player');
  await page.route('**/client.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
  const headers = { 'content-security-policy': "default-src 'none'; script-src 'self'; media-src 'self' blob:; connect-src 'self'" };
  const body = `${head}${served}<script type="module" src="/client.js"></script>`;
  await page.route('**/served.html', (route) => route.fulfill({ contentType: 'text/html', headers, body }));
  await page.goto(`${demo}/served.html`);
  const bar = page.locator('jet-player .bar');
  await bar.waitFor({ state: 'attached' });
  expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
});
