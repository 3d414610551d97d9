import type { Page } from '@playwright/test';
import { openState } from '../visual/open.js';
import { interfaceStates, type InterfaceState } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { findCutTexts } from './read.js';
import { statesToTest } from './thorough.js';

const stateNamed = (name: string, changes: Partial<InterfaceState> = {}): InterfaceState => ({
  ...interfaceStates.find((state) => state.name === name)!,
  ...changes
});

/** The controls inside the player that are smaller than so many CSS pixels in either dimension. */
const findSmallControls = (page: Page, size: number): Promise<string[]> =>
  page.evaluate((minSize) => {
    const smallControls: string[] = [];
    let count = 0;
    const checkRoot = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) checkRoot(element.shadowRoot);
        if (!element.matches('button, summary, a[href], input, select, textarea, [role=slider], .item')) continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const { width, height } = element.getBoundingClientRect();
        count++;
        if (Math.min(width, height) < minSize - 0.01)
          smallControls.push(`${element.getAttribute('part') ?? element.ariaLabel ?? element.className}: ${width} x ${height}`);
      }
    };
    checkRoot(document.querySelector('jet-player')!.shadowRoot!);
    return count > 0 ? smallControls : ['no control at all'];
  }, size);

const testedStates = statesToTest(
  ['paused', 'touch', 'menu-narrow', 'privacy', 'audio-narrow'],
  ['narrow', 'menu', 'menu-quality', 'refused', 'error-narrow', 'live', 'audio']
);

for (const name of testedStates) {
  test(
    `controls are at least 24 CSS pixels wide and high, and 44 for touch: ${name}`,
    wideUnless(['paused', 'touch', 'privacy'].includes(name)),
    async ({ chrome, demo }) => {
      const mousePage = await openState(stateNamed(name), chrome, demo);
      expect(await findSmallControls(mousePage, 24)).toEqual([]);
      await mousePage.context().close();
      const touchPage = await openState(stateNamed(name, { context: { hasTouch: true, isMobile: true } }), chrome, demo);
      expect(await touchPage.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect(await findSmallControls(touchPage, 44)).toEqual([]);
      await touchPage.context().close();
    }
  );
}

/** Returns how many pixels the page is wider than the window, so that a viewer would have to scroll in both directions. */
const overflowWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const name of statesToTest(
  ['menu', 'privacy', 'error'],
  ['paused', 'menu-chapters', 'shortcuts', 'refused', 'reconnecting', 'audio']
)) {
  test(
    `no text is cut off at 400 % zoom, and the page fits into the window: ${name}`,
    wideUnless(name === 'privacy'),
    async ({ chrome, demo }) => {
      // A window of 1280 by 1024 has 320 by 256 CSS pixels at this zoom.
      const page = await openState(stateNamed(name, { width: 320, height: 256 }), chrome, demo);
      expect(await overflowWidth(page)).toBe(0);
      expect(await findCutTexts(page)).toEqual([]);
      await page.context().close();
    }
  );
}

for (const name of statesToTest(['menu', 'shortcuts', 'error'], ['paused', 'menu-quality', 'privacy', 'live', 'refused', 'audio'])) {
  test(`no text is cut off with the text spacing of WCAG 1.4.12: ${name}`, wideUnless(name === 'menu'), async ({ chrome, demo }) => {
    const page = await openState(stateNamed(name), chrome, demo);
    await page.evaluate(() => {
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
      );
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        root.adoptedStyleSheets.push(spacing);
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
      }
    });
    expect(await findCutTexts(page)).toEqual([]);
    await page.context().close();
  });
}

test('no animation repeats more than three times in a second', async ({ chrome, demo }) => {
  for (const name of ['reconnecting', 'poster', 'reduced-motion']) {
    const page = await openState(stateNamed(name), chrome, demo);
    const fastAnimations = await page.evaluate(() => {
      const player = document.querySelector('jet-player')!;
      const timings = player.shadowRoot!.getAnimations().map(({ effect }) => effect!.getComputedTiming());
      return timings.filter(({ iterations = 1, duration }) => iterations > 1 && Number(duration) < 1000 / 3).length;
    });
    expect(fastAnimations, name).toBe(0);
    await page.context().close();
  }
});

test('canary: findSmallControls() finds a small button, and findCutTexts() a text that is cut off', async ({ chrome, demo }) => {
  const page = await openState(stateNamed('privacy'), chrome, demo);
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[part=mute] { block-size: 20px !important } jet-dialog p { block-size: 6px; overflow: hidden }');
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
  });
  expect(await findSmallControls(page, 24)).toEqual([expect.stringContaining('mute')]);
  expect((await findCutTexts(page)).length).toBeGreaterThan(0);
  await page.context().close();
});
