import type { Browser, Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { servePseudoLanguage } from '../../i18n/pseudo.js';
import { pageOf, sizeOf, styleOf, type Look } from './states.js';

/** Waits until nothing in the page moves any more, inside shadow roots too; endless and paused animations are ignored. */
export const stillness = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const moving = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });

/** Changes the language of the whole page, as a page with a language menu would, and waits until the player uses it. */
export async function speak(page: Page, lang: string): Promise<void> {
  await page.evaluate((tag) => Object.assign(document.documentElement, { lang: tag, dir: tag === 'ar' ? 'rtl' : 'ltr' }), lang);
  await page.locator(`jet-player [part=frame][lang="${lang}"]`).waitFor();
  await stillness(page);
}

/** Puts a new page into one state of the interface. */
export async function open(look: Look, chrome: Browser, demo: string): Promise<Page> {
  const context = await chrome.newContext({ viewport: sizeOf(look), ...look.context });
  const page = await context.newPage();
  if (look.features) {
    const tools = await context.newCDPSession(page);
    await tools.send('Emulation.setEmulatedMedia', { features: [...look.features] });
  }
  if (look.pseudo) await servePseudoLanguage(page);
  await page.route('**/looks.html', (route) => route.fulfill({ contentType: 'text/html', body: pageOf(look) }));
  await page.route('**/looks.css', (route) => route.fulfill({ contentType: 'text/css', body: styleOf(look) }));
  await page.goto(`${demo}/looks.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.updateComplete);
  await page.locator(`jet-player [part=frame][lang="${look.lang ?? 'en'}"]`).waitFor();
  await look.act?.(page);
  await stillness(page);
  return page;
}
