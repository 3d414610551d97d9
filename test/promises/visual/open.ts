import type { Browser, Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { servePseudoLanguage } from '../../i18n/pseudo.js';
import { pageHtml, pageSize, pageCss, type InterfaceState } from './states.js';

/** Waits until all animations of the page have ended, also in shadow roots, except endless and paused ones. */
export const waitForAnimations = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    const runningAnimations = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(runningAnimations.map(({ finished }) => finished.catch(() => undefined)));
  });

/** Changes the language of the whole page, and waits until the player uses it. */
export async function setPageLanguage(page: Page, lang: string): Promise<void> {
  await page.evaluate((tag) => Object.assign(document.documentElement, { lang: tag, dir: tag === 'ar' ? 'rtl' : 'ltr' }), lang);
  await page.locator(`jet-player [part=frame][lang="${lang}"]`).waitFor();
  await waitForAnimations(page);
}

/** Opens a new page with a player in one state of the interface. */
export async function openState(state: InterfaceState, chrome: Browser, demo: string): Promise<Page> {
  const context = await chrome.newContext({ viewport: pageSize(state), ...state.context });
  const page = await context.newPage();
  if (state.features) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setEmulatedMedia', { features: [...state.features] });
  }
  if (state.pseudo) await servePseudoLanguage(page);
  await page.route('**/state.html', (route) => route.fulfill({ contentType: 'text/html', body: pageHtml(state) }));
  await page.route('**/state.css', (route) => route.fulfill({ contentType: 'text/css', body: pageCss(state) }));
  await page.goto(`${demo}/state.html`);
  await page.waitForFunction(() => customElements.get('jet-player') !== undefined);
  await page.locator('jet-player').evaluate((player: JetPlayer) => player.updateComplete);
  // Without an interface, the frame has no language.
  const frame = /\bnocontrols\b/.test(state.attributes) ? '[part=frame]' : `[part=frame][lang="${state.lang ?? 'en'}"]`;
  await page.locator(`jet-player ${frame}`).waitFor();
  await state.act?.(page);
  await waitForAnimations(page);
  return page;
}
