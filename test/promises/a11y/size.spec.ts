import type { Page } from '@playwright/test';
import { open } from '../visual/open.js';
import { looks, type Look } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { cutOff } from './read.js';
import { states } from './thorough.js';

const named = (name: string, more: Partial<Look> = {}): Look => ({ ...looks.find((look) => look.name === name)!, ...more });

/** The controls inside the player that are smaller than so many CSS pixels in either dimension. */
const smallerThan = (page: Page, size: number): Promise<string[]> =>
  page.evaluate((least) => {
    const small: string[] = [];
    let count = 0;
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.matches('button, summary, a[href], input, select, textarea, [role=slider], .item')) continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const { width, height } = element.getBoundingClientRect();
        count++;
        if (Math.min(width, height) < least - 0.01)
          small.push(`${element.getAttribute('part') ?? element.ariaLabel ?? element.className}: ${width} x ${height}`);
      }
    };
    look(document.querySelector('jet-player')!.shadowRoot!);
    return count > 0 ? small : ['no control at all'];
  }, size);

const pressed = states(
  ['paused', 'touch', 'menu-narrow', 'privacy', 'audio-narrow'],
  ['narrow', 'menu', 'menu-quality', 'refused', 'error-narrow', 'live', 'audio']
);

for (const name of pressed) {
  test(
    `controls are at least 24 pixels large, and 44 for touch: ${name}`,
    wideUnless(['paused', 'touch', 'privacy'].includes(name)),
    async ({ chrome, demo }) => {
      const mouse = await open(named(name), chrome, demo);
      expect(await smallerThan(mouse, 24)).toEqual([]);
      await mouse.context().close();
      const finger = await open(named(name, { context: { hasTouch: true, isMobile: true } }), chrome, demo);
      expect(await finger.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect(await smallerThan(finger, 44)).toEqual([]);
      await finger.context().close();
    }
  );
}

/** Elements that are wider than the window, so that it would have to be scrolled in both directions. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const name of states(['menu', 'privacy', 'error'], ['paused', 'menu-chapters', 'shortcuts', 'refused', 'reconnecting', 'audio'])) {
  test(`nothing is lost at 400 % zoom: ${name}`, wideUnless(name === 'privacy'), async ({ chrome, demo }) => {
    // A window of 1280 by 1024 has 320 by 256 CSS pixels at this zoom.
    const page = await open(named(name, { width: 320, height: 256 }), chrome, demo);
    expect(await tooWide(page)).toBe(0);
    expect(await cutOff(page)).toEqual([]);
    await page.context().close();
  });
}

for (const name of states(['menu', 'shortcuts', 'error'], ['paused', 'menu-quality', 'privacy', 'live', 'refused', 'audio'])) {
  test(`nothing is cut off with the text spacing of WCAG 1.4.12: ${name}`, wideUnless(name === 'menu'), async ({ chrome, demo }) => {
    const page = await open(named(name), chrome, demo);
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
    expect(await cutOff(page)).toEqual([]);
    await page.context().close();
  });
}

test('nothing flashes more than three times in a second', async ({ chrome, demo }) => {
  for (const name of ['reconnecting', 'poster', 'reduced-motion']) {
    const page = await open(named(name), chrome, demo);
    const fast = await page.evaluate(() => {
      const player = document.querySelector('jet-player')!;
      const timings = player.shadowRoot!.getAnimations().map(({ effect }) => effect!.getComputedTiming());
      return timings.filter(({ iterations = 1, duration }) => iterations > 1 && Number(duration) < 1000 / 3).length;
    });
    expect(fast, name).toBe(0);
    await page.context().close();
  }
});

test('canary: finds a target that is too small, and a text that is cut off', async ({ chrome, demo }) => {
  const page = await open(named('privacy'), chrome, demo);
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[part=mute] { block-size: 20px !important } jet-dialog p { block-size: 6px; overflow: hidden }');
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
  });
  expect(await smallerThan(page, 24)).toEqual([expect.stringContaining('mute')]);
  expect((await cutOff(page)).length).toBeGreaterThan(0);
  await page.context().close();
});
