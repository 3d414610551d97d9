import { readFileSync } from 'node:fs';
import { findCutTexts } from '../promises/a11y/read.js';
import { statesToTest } from '../promises/a11y/thorough.js';
import { openState } from '../promises/visual/open.js';
import { interfaceStates } from '../promises/visual/states.js';
import { expect, test } from '../support/page-fixtures.js';
import { wideUnless } from '../support/wide.js';
import { strayTexts } from './pseudo.js';

/** The captions of the demo's video, with the line breaks of the captions and without them, as in the transcript. */
const captionTexts = readFileSync('demo/media/captions/en.vtt', 'utf8')
  .split('\n\n')
  .map((cue) => cue.replace(/^.*-->.*\n/, '').trim())
  .flatMap((words) => [words, words.replaceAll('\n', ' ')])
  .filter((words) => words && words !== 'WEBVTT');

/** The texts of the demo's video and of its page, which are in no table of the player. */
const textsOfOthers = [
  ...captionTexts,
  'A day on the delta, told',
  'A day on the delta',
  'Delta live',
  'First light',
  'Morning on the water',
  'High noon',
  'The sun goes down',
  'Night, and back to morning',
  'localhost',
  'English',
  'Nederlands'
];

const statesWithMuchText = interfaceStates.filter(({ hasMuchText }) => hasMuchText).map(({ name }) => name);
const firstStates = ['menu-narrow', 'privacy', 'shortcuts', 'error', 'live'];
const testedStates = statesToTest(
  firstStates,
  statesWithMuchText.filter((name) => !firstStates.includes(name))
);

for (const state of interfaceStates.filter(({ name }) => testedStates.includes(name))) {
  test(
    `every text comes from the tables, and is completely visible at +40 %: ${state.name}`,
    wideUnless(['menu-narrow', 'privacy', 'error'].includes(state.name)),
    async ({ chrome, demo }) => {
      const page = await openState({ ...state, lang: 'ja', pseudo: true }, chrome, demo);
      expect(await page.locator('jet-player').getByRole('region').first().getAttribute('aria-label')).toContain('⟦');
      expect(await strayTexts(page, textsOfOthers)).toEqual([]);
      expect(await findCutTexts(page)).toEqual([]);
      await page.context().close();
    }
  );
}

test('canary: the test finds a text that is in no table, and a text that is cut off', async ({ chrome, demo }) => {
  const page = await openState({ ...interfaceStates.find(({ name }) => name === 'menu')!, lang: 'ja', pseudo: true }, chrome, demo);
  await page.locator('jet-player').evaluate((player) => {
    const { shadowRoot } = player.shadowRoot!.querySelector('[part=settings]')!;
    shadowRoot!.querySelector('.item > .name')!.textContent = 'Some words';
    // A row with a menu cuts off its current choice instead of its name, so the menu of this row is removed.
    const lastRow = shadowRoot!.querySelector('.item:last-child')!;
    lastRow.removeAttribute('aria-haspopup');
    lastRow.querySelector('.name')!.textContent = '⟦words⟧ '.repeat(60);
  });
  expect(await strayTexts(page, textsOfOthers)).toEqual(['Some words']);
  expect((await findCutTexts(page)).map(({ cutBy }) => cutBy)).toEqual(['span.name']);
  await page.context().close();
});
