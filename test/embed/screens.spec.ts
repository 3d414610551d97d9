import { good, handwritten, refused } from './refused.js';
import { embedFrame, embedSite, expect, parentAddress, mediaOrigin, pageOrigin, test } from './embed-fixtures.js';
import type { Page } from '@playwright/test';
import type { World } from '../support/world.js';
import { wideUnless } from '../support/wide.js';

/** The refused URLs that `npm test` opens: one of each kind. All of them are refused without a page too, in `allowed-source.test.ts`. */
const representative = [
  'no src',
  'javascript: with a tab in it',
  'data: with an HTML page',
  'backslashes',
  'our host as the username',
  'twice'
];

declare global {
  interface Window {
    executed?: boolean;
  }
}

/** Opens the frame with a query that may be hand-written. */
async function open(page: Page, world: World, query: string) {
  world.stage({ ...embedSite(), [parentAddress]: handwritten(query) });
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && message.text().startsWith('jet-player') && warnings.push(message.text()));
  await page.goto(parentAddress);
  await expect
    .poll(
      () => embedFrame(page)?.evaluate(() => Boolean(document.querySelector('.refused') ?? document.querySelector('jet-player')?.src)),
      { timeout: 30_000 }
    )
    .toBe(true);
  return { frame: embedFrame(page)!, warnings };
}

for (const [name, query] of refused) {
  test(
    `the embed page shows an error screen and no player: ${name}`,
    wideUnless(representative.includes(name)),
    async ({ page, world, violations }) => {
      const { frame } = await open(page, world, query);
      await expect(frame.getByRole('alert')).toContainText(/(source|policy)\//);
      expect(
        await frame.evaluate(() => [document.querySelector('jet-player'), document.querySelector('video'), window.executed ?? null])
      ).toEqual([null, null, null]);
      expect([...new Set(world.hits.map(({ origin }) => origin))].sort()).toEqual(['https://embed.test', pageOrigin]);
      expect(violations).toEqual([]);
    }
  );
}

test('the embed page shows the error screen in a language when the URL names it', async ({ page, world }) => {
  const { frame } = await open(page, world, '?src=javascript:1&lang=nl');
  await expect(frame.getByRole('alert')).toHaveAttribute('lang', 'nl');
});

test('the embed page shows the title as text when it contains HTML', async ({ page, world }) => {
  const title = '<img src=x onerror="window.executed=true"><script>window.executed=true</script>';
  const { frame } = await open(page, world, `?src=${good}&title-text=${encodeURIComponent(title)}`);
  await expect(frame.locator('jet-player').getByText(title)).toBeVisible();
  expect(
    await frame.evaluate(() => [
      document.title,
      window.executed ?? null,
      document.querySelector('jet-player')!.shadowRoot!.querySelector('img')
    ])
  ).toEqual([title, null, null]);
});

test('the embed page reports a parameter once, without its value, and ignores it, when it is invalid', async ({ page, world }) => {
  const { frame, warnings } = await open(
    page,
    world,
    `?src=${good}&muted=secretly&muted=1&lang=%3Cb%3E&allow-origins=https://evil.test&onclick=alert(1)&storage=local&title-text=${'x'.repeat(500)}`
  );
  await expect.poll(() => warnings.length).toBe(6);
  for (const name of ['muted', 'lang', 'allow-origins', 'onclick', 'storage', 'title-text'])
    expect(warnings.filter((text) => text.includes(`"${name}"`))).toHaveLength(1);
  expect(warnings.join()).not.toMatch(/secretly|evil|alert/);
  expect(await frame.evaluate(() => document.querySelector('jet-player')!.getAttributeNames().sort())).toEqual([
    'allow-origins',
    'data-pages',
    'load',
    'src'
  ]);
  expect(await frame.evaluate(() => document.querySelector('jet-player')!.getAttribute('allow-origins'))).toBe(mediaOrigin);
});
