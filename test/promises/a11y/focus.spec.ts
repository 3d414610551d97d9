import { openState } from '../visual/open.js';
import { interfaceStates } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { readFocus, tabThrough, type FocusStop } from './read.js';
import { statesToTest } from './thorough.js';

const stateNames = statesToTest(
  ['poster', 'paused', 'error', 'audio', 'audio-narrow', 'rtl'],
  ['narrow', 'menu', 'live', 'refused', 'ended', 'forced-colours']
);
const testedStates = interfaceStates.filter(({ name }) => stateNames.includes(name));

/** The states that `npm test` tests. `rtl` and `audio-narrow` differ from these only in the writing direction and by one row. */
const representativeStates = ['poster', 'paused', 'error', 'audio'];

/** In this state the timeline is above the buttons for lack of space, and keeps its position between them in the tab order. */
const wrappedState = 'audio-narrow';

/** Pixels within which elements count as one row. */
const rowHeight = 14;

/** The order on screen: from the top down, and within a row in the writing direction. */
const sortByPosition = (stops: readonly FocusStop[], rtl: boolean): FocusStop[] =>
  [...stops].sort((a, b) => (Math.abs(a.y - b.y) > rowHeight ? a.y - b.y : (a.x - b.x) * (rtl ? -1 : 1)));

for (const state of testedStates) {
  test(
    `the Tab key moves a visible focus in the order on the screen, and out of the player at both ends: ${state.name}`,
    wideUnless(representativeStates.includes(state.name)),
    async ({ chrome, demo }) => {
      const page = await openState(state, chrome, demo);
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(state.name.startsWith('error') ? 0 : 3);
      expect(stops.filter(({ isFocusVisible, isUncovered }) => !isFocusVisible || !isUncovered)).toEqual([]);
      const nameOf = ({ name }: FocusStop) => name;
      if (state.name !== wrappedState) expect(stops.map(nameOf)).toEqual(sortByPosition(stops, state.dir === 'rtl').map(nameOf));
      expect((await tabThrough(page, true)).map(nameOf)).toEqual(stops.map(nameOf).reverse());
      await page.context().close();
    }
  );
}

for (const name of ['privacy', 'shortcuts']) {
  test(`a dialog keeps the focus until it is closed, and then returns it: ${name}`, async ({ chrome, demo }) => {
    const page = await openState(
      interfaceStates.find((state) => state.name === name)!,
      chrome,
      demo
    );
    const dialog = page.locator('jet-player').getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close' }).focus();
    const start = await readFocus(page);
    for (const key of ['Tab', 'Shift+Tab']) {
      const focusedNames: string[] = [];
      do {
        await page.keyboard.press(key);
        const stop = await readFocus(page);
        expect(stop.isFocusVisible, stop.name).toBe(true);
        expect(await dialog.evaluate((element) => element.matches(':focus-within')), stop.name).toBe(true);
        focusedNames.push(stop.name);
      } while (focusedNames.at(-1) !== start.name && focusedNames.length < 20);
      expect(focusedNames.at(-1)).toBe(start.name);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await readFocus(page)).name).toBe(name === 'privacy' ? 'settings button' : 'mute');
    await page.context().close();
  });
}

test('canary: tabThrough() finds a button without a focus ring, and a focus trap', async ({ chrome, demo }) => {
  const page = await openState(
    interfaceStates.find(({ name }) => name === 'paused')!,
    chrome,
    demo
  );
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[part=mute] { outline: none !important }');
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
  });
  expect((await tabThrough(page)).filter(({ isFocusVisible }) => !isFocusVisible).map(({ name }) => name)).toEqual(['mute']);
  await page
    .locator('jet-player')
    .evaluate((player: HTMLElement) => player.addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault()));
  await expect(tabThrough(page)).rejects.toThrow('never left the player');
  await page.context().close();
});
