import { readFileSync } from 'node:fs';
import { cutOff } from '../promises/a11y/read.js';
import { states } from '../promises/a11y/thorough.js';
import { open } from '../promises/visual/open.js';
import { looks } from '../promises/visual/states.js';
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

const wordyLooks = looks.filter(({ wordy }) => wordy).map(({ name }) => name);
const firstLooks = ['menu-narrow', 'privacy', 'shortcuts', 'error', 'live'];
const testedLooks = states(
  firstLooks,
  wordyLooks.filter((name) => !firstLooks.includes(name))
);

for (const look of looks.filter(({ name }) => testedLooks.includes(name))) {
  test(
    `every text comes from the tables, and is completely visible at +40 %: ${look.name}`,
    wideUnless(['menu-narrow', 'privacy', 'error'].includes(look.name)),
    async ({ chrome, demo }) => {
      const page = await open({ ...look, lang: 'ja', pseudo: true }, chrome, demo);
      expect(await page.locator('jet-player').getByRole('region').first().getAttribute('aria-label')).toContain('⟦');
      expect(await strayTexts(page, textsOfOthers)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.context().close();
    }
  );
}

test('canary: the test finds a text that is in no table, and a text that is cut off', async ({ chrome, demo }) => {
  const page = await open({ ...looks.find(({ name }) => name === 'menu')!, lang: 'ja', pseudo: true }, chrome, demo);
  await page.locator('jet-player').evaluate((player) => {
    const { shadowRoot } = player.shadowRoot!.querySelector('[part=settings]')!;
    shadowRoot!.querySelector('.item > .name')!.textContent = 'Some words';
    // A row with a menu cuts off its current choice instead of its name, so the menu of this row is removed.
    const lastRow = shadowRoot!.querySelector('.item:last-child')!;
    lastRow.removeAttribute('aria-haspopup');
    lastRow.querySelector('.name')!.textContent = '⟦words⟧ '.repeat(60);
  });
  expect(await strayTexts(page, textsOfOthers)).toEqual(['Some words']);
  expect((await cutOff(page)).map(({ by }) => by)).toEqual(['span.name']);
  await page.context().close();
});
