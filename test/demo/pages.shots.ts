import { pageUrls } from '../../demo/render/site.mjs';
import { test } from '../support/page-fixtures.js';

const folder = new URL('../../test-results/pages/', import.meta.url).pathname;
const root = new URL('../../', import.meta.url).pathname;

/** The screens of which screenshots are taken. */
const screens = [
  { name: 'desktop-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' }
] as const;

for (const path of await pageUrls(root)) {
  test(`screenshots of ${path}`, async ({ chrome, demo }) => {
    for (const { name, ...screen } of screens) {
      const page = await chrome.newPage(screen);
      await page.goto(`${demo}${path}`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({
        path: `${folder}${name}/${path.slice(1).replace('.html', '').replaceAll('/', '-') || 'home'}.png`,
        fullPage: true
      });
      await page.close();
    }
  });
}
