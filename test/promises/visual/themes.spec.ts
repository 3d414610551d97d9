import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { choose } from './acts.js';
import { open } from './open.js';
import { looks } from './states.js';
import { themes } from './themes.js';

const documented = readFileSync(new URL('../../../src/ui/styles/frame.css.ts', import.meta.url), 'utf8');

/** Returns the rules that change nothing, and the custom properties that no document names. */
const idleRules = (page: Page): Promise<{ idle: string[]; properties: string[] }> =>
  page.evaluate(() => {
    const root = document.querySelector('jet-player')!.shadowRoot!;
    const all = [...root.querySelectorAll('*')];
    /** Returns the elements of a part, also of one that an inner element exports under this name. */
    const partsOf = (name: string): Element[] => [
      ...root.querySelectorAll(`[part~="${name}"]`),
      ...all.flatMap((host) => {
        const pairs = (host.getAttribute('exportparts') ?? '').split(',').map((pair) => pair.split(':').map((word) => word.trim()));
        const inner = pairs.find(([from, to = from]) => to === name)?.[0];
        return inner ? [...(host.shadowRoot?.querySelectorAll(`[part~="${inner}"]`) ?? [])] : [];
      })
    ];
    const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith('looks.css'))!;
    const rules = [...sheet.cssRules].filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && rule.style.length > 0 && /^jet-player(::part|$)/.test(rule.selectorText)
    );
    const read = () =>
      rules.flatMap(({ selectorText, style }) =>
        selectorText.split(',').map((selector) => {
          const part = /::part\(([\w-]+)\)/.exec(selector)?.[1];
          const elements = part ? partsOf(part) : [document.querySelector('jet-player')!];
          return {
            selector: selector.trim(),
            values: elements.map((element) => [...style].map((name) => getComputedStyle(element).getPropertyValue(name)))
          };
        })
      );
    const after = read();
    sheet.disabled = true;
    const before = read();
    sheet.disabled = false;
    return {
      idle: after
        .filter(({ values }, index) => JSON.stringify(values) === JSON.stringify(before[index]!.values))
        .map(({ selector }) => selector),
      properties: rules.flatMap(({ style }) => [...style]).filter((name) => name.startsWith('--jet-'))
    };
  });

test('the theming guide has four looks of at most forty lines', () => {
  expect(themes.map(({ name }) => name)).toEqual(['youtube', 'netflix', 'podcast', 'broadcaster']);
  for (const { name, css } of themes) expect(css.trimEnd().split('\n').length, name).toBeLessThanOrEqual(40);
});

for (const look of looks.filter(({ name }) => name.startsWith('theme-'))) {
  test(
    `every rule of the look changes something: ${look.name}`,
    wideUnless(['theme-youtube', 'theme-podcast'].includes(look.name)),
    async ({ chrome, demo }) => {
      const page = await open({ ...look, height: 600, act: choose('speed') }, chrome, demo);
      const { idle, properties } = await idleRules(page);
      // A row has an icon in the first list, and a tick in the list of choices.
      await page.keyboard.press('Escape');
      await page.locator('jet-player [part=settings] [data-key=speed]').waitFor();
      const first = await idleRules(page);
      expect(idle.filter((selector) => first.idle.includes(selector))).toEqual([]);
      expect(properties.filter((name) => !documented.includes(` ${name} - `))).toEqual([]);
      expect(properties.length).toBeGreaterThan(8);
      await page.context().close();
    }
  );
}

test('canary: finds a rule for a part that does not exist, and one that changes nothing', async ({ chrome, demo }) => {
  const sheet = 'jet-player::part(none) { color: red } jet-player::part(bar) { position: absolute } jet-player::part(bar) { color: red }';
  const page = await open({ ...looks.find(({ name }) => name === 'paused')!, sheet }, chrome, demo);
  expect((await idleRules(page)).idle.filter((selector) => selector !== 'jet-player')).toEqual([
    'jet-player::part(none)',
    'jet-player::part(bar)'
  ]);
  await page.context().close();
});
