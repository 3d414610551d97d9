import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { chooseSetting } from './acts.js';
import { openState } from './open.js';
import { interfaceStates } from './states.js';
import { themes } from './themes.js';

const documentedProperties = readFileSync(new URL('../../../src/ui/styles/frame.css.ts', import.meta.url), 'utf8');

/** Returns the rules that change nothing, and the custom properties that no document names. */
const findIdleRules = (page: Page): Promise<{ idle: string[]; properties: string[] }> =>
  page.evaluate(() => {
    const root = document.querySelector('jet-player')!.shadowRoot!;
    const elements = [...root.querySelectorAll('*')];
    /** Returns the elements of a part, also of one that an inner element exports under this name. */
    const partsOf = (name: string): Element[] => [
      ...root.querySelectorAll(`[part~="${name}"]`),
      ...elements.flatMap((host) => {
        const pairs = (host.getAttribute('exportparts') ?? '').split(',').map((pair) => pair.split(':').map((word) => word.trim()));
        const inner = pairs.find(([from, to = from]) => to === name)?.[0];
        return inner ? [...(host.shadowRoot?.querySelectorAll(`[part~="${inner}"]`) ?? [])] : [];
      })
    ];
    const styleSheet = [...document.styleSheets].find(({ href }) => href?.endsWith('state.css'))!;
    const rules = [...styleSheet.cssRules].filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && rule.style.length > 0 && /^jet-player(::part|$)/.test(rule.selectorText)
    );
    const readValues = () =>
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
    const after = readValues();
    styleSheet.disabled = true;
    const before = readValues();
    styleSheet.disabled = false;
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

for (const state of interfaceStates.filter(({ name }) => name.startsWith('theme-'))) {
  test(
    `every rule of the look changes something: ${state.name}`,
    wideUnless(['theme-youtube', 'theme-podcast'].includes(state.name)),
    async ({ chrome, demo }) => {
      const page = await openState({ ...state, height: 600, act: chooseSetting('speed') }, chrome, demo);
      const { idle, properties } = await findIdleRules(page);
      // A row has an icon in the first menu, and a tick in the menu of values, so a rule may change something in only one of them.
      await page.keyboard.press('Escape');
      await page.locator('jet-player [part=settings] [data-key=speed]').waitFor();
      const rulesInFirstList = await findIdleRules(page);
      expect(idle.filter((selector) => rulesInFirstList.idle.includes(selector))).toEqual([]);
      expect(properties.filter((name) => !documentedProperties.includes(` ${name} - `))).toEqual([]);
      expect(properties.length).toBeGreaterThan(8);
      await page.context().close();
    }
  );
}

test('canary: findIdleRules() finds a rule for a part that does not exist, and a rule that changes nothing', async ({ chrome, demo }) => {
  const sheet = 'jet-player::part(none) { color: red } jet-player::part(bar) { position: absolute } jet-player::part(bar) { color: red }';
  const page = await openState({ ...interfaceStates.find(({ name }) => name === 'paused')!, pageStyleSheet: sheet }, chrome, demo);
  expect((await findIdleRules(page)).idle.filter((selector) => selector !== 'jet-player')).toEqual([
    'jet-player::part(none)',
    'jet-player::part(bar)'
  ]);
  await page.context().close();
});
