import { allowedSource, parentPageWithQuery, refusedQueries } from './refused-queries.js';
import { embedFrame, embedOrigin, embedSite, expect, parentUrl, mediaOrigin, pageOrigin, test } from './embed-fixtures.js';
import type { Page } from '@playwright/test';
import type { World } from '../support/world.js';
import { wideUnless } from '../support/wide.js';

/** The names of the queries that `npm test` opens: one of each kind. `allowed-source.test.ts` tests the others without a page. */
const representativeNames = [
  'no src',
  'javascript: with a tab in it',
  'data: with an HTML page',
  'backslashes instead of slashes',
  'the allowed host as the username',
  'two sources'
];

declare global {
  interface Window {
    executed?: boolean;
  }
}

/** Opens a parent page whose frame has this query; returns the frame and the warnings of the player. */
async function openEmbed(page: Page, world: World, query: string, site = embedSite()) {
  world.stage({ ...site, [parentUrl]: parentPageWithQuery(query) });
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && message.text().startsWith('jet-player') && warnings.push(message.text()));
  await page.goto(parentUrl);
  await expect
    .poll(
      () => embedFrame(page)?.evaluate(() => Boolean(document.querySelector('.refused') ?? document.querySelector('jet-player')?.src)),
      { timeout: 30_000 }
    )
    .toBe(true);
  return { frame: embedFrame(page)!, warnings };
}

for (const [name, query] of refusedQueries) {
  test(
    `the embed page shows an error screen and no player for a query with ${name}`,
    wideUnless(representativeNames.includes(name)),
    async ({ page, world, violations }) => {
      const { frame } = await openEmbed(page, world, query);
      await expect(frame.getByRole('alert')).toContainText(/(source|policy)\//);
      expect(
        await frame.evaluate(() => [document.querySelector('jet-player'), document.querySelector('video'), window.executed ?? null])
      ).toEqual([null, null, null]);
      expect([...new Set(world.hits.map(({ origin }) => origin))].sort()).toEqual(['https://embed.test', pageOrigin]);
      expect(violations).toEqual([]);
    }
  );
}

test('the embed page shows the error screen in the language that the URL names', async ({ page, world }) => {
  const { frame } = await openEmbed(page, world, '?src=javascript:1&lang=nl');
  await expect(frame.getByRole('alert')).toHaveAttribute('lang', 'nl');
});

test('the embed page shows the title as text when it contains HTML', async ({ page, world }) => {
  const title = '<img src=x onerror="window.executed=true"><script>window.executed=true</script>';
  const { frame } = await openEmbed(page, world, `?src=${allowedSource}&title-text=${encodeURIComponent(title)}`);
  await expect(frame.locator('jet-player').getByText(title)).toBeVisible();
  expect(
    await frame.evaluate(() => [
      document.title,
      window.executed ?? null,
      document.querySelector('jet-player')!.shadowRoot!.querySelector('img')
    ])
  ).toEqual([title, null, null]);
});

test('the embed page ignores each invalid parameter, and logs its name once without its value', async ({ page, world }) => {
  const { frame, warnings } = await openEmbed(
    page,
    world,
    `?src=${allowedSource}&muted=secretly&muted=1&lang=%3Cb%3E&allow-origins=https://evil.test&onclick=alert(1)&storage=local&title-text=${'x'.repeat(500)}`
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

test('the embed page shows the AI label that the URL names, before playback', async ({ page, world }) => {
  const { frame } = await openEmbed(page, world, `?src=${allowedSource}&ai-label=generated&lang=nl`);
  await expect(frame.getByText('Gemaakt met AI')).toBeVisible();
  expect(await frame.evaluate(() => document.querySelector('jet-player')!.privacyReport().aiLabel)).toBe('visible');
  // Canary: an embed without the parameter has no label.
  const { frame: unlabelled } = await openEmbed(page, world, `?src=${allowedSource}&ai-label=no&lang=nl`);
  expect(await unlabelled.evaluate(() => document.querySelector('jet-player')!.privacyReport().aiLabel)).toBe('none');
});

test('the embed page keeps the AI label of its publisher, whatever the URL says', async ({ page, world }) => {
  const site = embedSite();
  const url = `${embedOrigin}/embed/`;
  const body = String(site[url]!.body).replace('<jet-player ', '<jet-player ai-label="generated" ');
  const { frame } = await openEmbed(page, world, `?src=${allowedSource}&ai-label=modified`, { ...site, [url]: { ...site[url]!, body } });
  await expect(frame.getByText('Made with AI')).toBeVisible();
});
