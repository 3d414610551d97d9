import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { thorough } from '../a11y/thorough.js';
import { expect, test } from '../../support/page-fixtures.js';
import { open, speak } from './open.js';
import { looks } from './states.js';

/** Languages besides English: long words, another script, and another direction. `npm run test:access` tests every state in all of them. */
const others = ['de', 'el', 'ar'];

/** The violations that axe reports, run as an integrator would run it. */
async function violationsIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const look of looks) {
  test(`axe finds nothing: ${look.name}`, async ({ chrome, demo }) => {
    const page = await open(look, chrome, demo);
    expect(await violationsIn(page)).toEqual([]);
    for (const lang of look.wordy || thorough ? others : []) {
      await speak(page, lang);
      expect(await violationsIn(page), lang).toEqual([]);
    }
    await page.context().close();
  });
}

test('canary: axe tests the inside of the player', async ({ chrome, demo }) => {
  const page = await open(looks[1]!, chrome, demo);
  await page.locator('jet-player').evaluate((player) => player.shadowRoot!.querySelector('[part=play]')!.removeAttribute('aria-label'));
  expect((await violationsIn(page)).join()).toContain('button-name');
  await page.context().close();
});
