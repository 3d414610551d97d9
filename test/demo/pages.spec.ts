import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pageUrls } from '../../demo/render/site.mjs';
import { expect, test } from '../support/page-fixtures.js';

const root = new URL('../../', import.meta.url).pathname;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** The messages on the console of a page: violations of its policy, missing files, exceptions. */
function complaints(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  return said;
}

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

/** Axe finds nothing, and nothing exceeds the width of a phone, with every collapsed part expanded. */
async function looksRight(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.setViewportSize(desktop);
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
}

const all = await pageUrls(root);
const isGuide = (address: string): boolean => address.startsWith('/docs/');

for (const address of all.filter((each) => !isGuide(each))) {
  test(`${address} keeps its policy, fits a phone, and axe finds nothing in light or dark`, async ({ page, demo }) => {
    const said = complaints(page);
    await page.goto(`${demo}${address}`);
    await page.waitForLoadState('networkidle');
    await looksRight(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
    expect(said).toEqual([]);
  });
}

for (const address of all.filter(isGuide)) {
  test(`the guide ${address} fits a phone, and axe finds nothing`, async ({ page, demo }) => {
    const said = complaints(page);
    await page.goto(`${demo}${address}`);
    await looksRight(page);
    expect(said).toEqual([]);
  });
}

test('the contents lead to every page, with the keyboard alone', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('button', { name: 'Contents' }).press('Enter');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('link')).toHaveCount(all.filter((each) => !isGuide(each)).length);
  await contents.getByRole('link', { name: 'Guides' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guides');
});

test('canary: detects a page that violates its policy', async ({ page, demo }) => {
  const said = complaints(page);
  await page.goto(`${demo}/api.html`);
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/pixel.png' })));
  await expect.poll(() => said.join()).toContain('Content Security Policy');
});
