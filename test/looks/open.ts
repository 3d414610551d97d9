import type { Browser, Page } from '@playwright/test';
import { pageOf, styleOf, type Look } from './states.js';

/** Brings a fresh page into one state of the interface. */
export async function open(look: Look, chrome: Browser, demo: string): Promise<Page> {
  const viewport = { width: look.width ?? 960, height: Math.ceil(((look.width ?? 960) * 9) / 16) };
  const context = await chrome.newContext({ viewport, ...look.context });
  const page = await context.newPage();
  await page.route('**/looks.html', (route) => route.fulfill({ contentType: 'text/html', body: pageOf(look) }));
  await page.route('**/looks.css', (route) => route.fulfill({ contentType: 'text/css', body: styleOf(look) }));
  await page.goto(`${demo}/looks.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
  await page.locator('jet-player').evaluate((player) => player.updateComplete);
  await look.act?.(page);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
  return page;
}
