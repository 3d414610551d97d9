import { testsAllStates } from '../a11y/thorough.js';
import { axeViolationsIn } from '../../support/axe-violations.js';
import { expect, test } from '../../support/page-fixtures.js';
import { openState, setPageLanguage } from './open.js';
import { interfaceStates } from './states.js';

/**
 * Languages besides English: with long words, another script, and another direction. `npm run test:access` tests every state in all of
 * them.
 */
const otherLanguages = ['de', 'el', 'ar'];

for (const state of interfaceStates) {
  test(`axe finds no violation: ${state.name}`, async ({ chrome, demo }) => {
    const page = await openState(state, chrome, demo);
    expect(await axeViolationsIn(page)).toEqual([]);
    for (const lang of state.hasMuchText || testsAllStates ? otherLanguages : []) {
      await setPageLanguage(page, lang);
      expect(await axeViolationsIn(page), lang).toEqual([]);
    }
    await page.context().close();
  });
}

test('canary: axe tests the inside of the player', async ({ chrome, demo }) => {
  const page = await openState(interfaceStates[1]!, chrome, demo);
  await page.locator('jet-player').evaluate((player) => player.shadowRoot!.querySelector('[part=play]')!.removeAttribute('aria-label'));
  expect((await axeViolationsIn(page)).join()).toContain('button-name');
  await page.context().close();
});
