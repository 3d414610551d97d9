import type { Page } from '@playwright/test';
import { pageUrls } from '../../demo/render/site.mjs';
import { axeViolationsIn } from '../support/axe-violations.js';
import { expect, test } from '../support/page-fixtures.js';

const root = new URL('../../', import.meta.url).pathname;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** Records the errors on the console of a page: violations of its policy, missing files, exceptions. */
function recordConsoleErrors(page: Page): string[] {
  const consoleErrors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  return consoleErrors;
}

/** Expects that axe finds nothing and that the page fits the width of a phone, with every `<details>` open. */
async function expectAccessibleLayout(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.setViewportSize(desktop);
  expect(await axeViolationsIn(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
}

const paths = await pageUrls(root);
const isGuide = (path: string): boolean => path.startsWith('/docs/');

for (const path of paths.filter((each) => !isGuide(each))) {
  test(`${path} fits a phone, has no error on the console, and axe finds nothing in light or dark`, async ({ page, demo }) => {
    const consoleErrors = recordConsoleErrors(page);
    await page.goto(`${demo}${path}`);
    await page.waitForLoadState('networkidle');
    await expectAccessibleLayout(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolationsIn(page)).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });
}

for (const path of paths.filter(isGuide)) {
  test(`the guide ${path} fits a phone, has no error on the console, and axe finds nothing`, async ({ page, demo }) => {
    const consoleErrors = recordConsoleErrors(page);
    await page.goto(`${demo}${path}`);
    await expectAccessibleLayout(page);
    expect(consoleErrors).toEqual([]);
  });
}

test('the list of contents links to every page, and works with the keyboard alone', async ({ page, demo }) => {
  await page.goto(demo);
  await page.getByRole('button', { name: 'Contents' }).press('Enter');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('link')).toHaveCount(paths.filter((each) => !isGuide(each)).length);
  await contents.getByRole('link', { name: 'Guides' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guides');
});

test('canary: recordConsoleErrors() records a violation of the policy', async ({ page, demo }) => {
  const consoleErrors = recordConsoleErrors(page);
  await page.goto(`${demo}/api.html`);
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/pixel.png' })));
  await expect.poll(() => consoleErrors.join()).toContain('Content Security Policy');
});
