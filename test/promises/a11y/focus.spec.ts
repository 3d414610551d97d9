import { open } from '../visual/open.js';
import { looks } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';
import { focused, tabThrough, type Stop } from './read.js';
import { states } from './thorough.js';

const names = states(
  ['poster', 'paused', 'error', 'audio', 'audio-narrow', 'rtl'],
  ['narrow', 'menu', 'live', 'refused', 'ended', 'forced-colours']
);
const shown = looks.filter(({ name }) => names.includes(name));

/** The looks that `npm test` tests; the order of `rtl` and `audio-narrow` differs from these in the writing direction and by a row. */
const most = ['poster', 'paused', 'error', 'audio'];

/** In this look the timeline is above the buttons for lack of space, and keeps its position between them in the tab order. */
const wrapped = 'audio-narrow';

/** Pixels within which elements count as one row. */
const row = 14;

/** The order on screen: from the top down, and within a row in the writing direction. */
const inOrder = (stops: readonly Stop[], rtl: boolean): Stop[] =>
  [...stops].sort((a, b) => (Math.abs(a.y - b.y) > row ? a.y - b.y : (a.x - b.x) * (rtl ? -1 : 1)));

for (const look of shown) {
  test(
    `the Tab key follows the order of the screen, stays visible, and leaves at both ends: ${look.name}`,
    wideUnless(most.includes(look.name)),
    async ({ chrome, demo }) => {
      const page = await open(look, chrome, demo);
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(look.name.startsWith('error') ? 0 : 3);
      expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
      const order = ({ name }: Stop) => name;
      if (look.name !== wrapped) expect(stops.map(order)).toEqual(inOrder(stops, look.dir === 'rtl').map(order));
      expect((await tabThrough(page, true)).map(order)).toEqual(stops.map(order).reverse());
      await page.context().close();
    }
  );
}

for (const name of ['privacy', 'shortcuts']) {
  test(`a dialog keeps the focus until it is closed, and gives it back: ${name}`, async ({ chrome, demo }) => {
    const page = await open(
      looks.find((look) => look.name === name)!,
      chrome,
      demo
    );
    const dialog = page.locator('jet-player').getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close' }).focus();
    const start = await focused(page);
    for (const key of ['Tab', 'Shift+Tab']) {
      const seen: string[] = [];
      do {
        await page.keyboard.press(key);
        const stop = await focused(page);
        expect(stop.visible, stop.name).toBe(true);
        expect(await dialog.evaluate((element) => element.matches(':focus-within')), stop.name).toBe(true);
        seen.push(stop.name);
      } while (seen.at(-1) !== start.name && seen.length < 20);
      expect(seen.at(-1)).toBe(start.name);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await focused(page)).name).toBe(name === 'privacy' ? 'settings button' : 'mute');
    await page.context().close();
  });
}

test('canary: finds a button without a focus ring, and a focus trap', async ({ chrome, demo }) => {
  const page = await open(
    looks.find(({ name }) => name === 'paused')!,
    chrome,
    demo
  );
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[part=mute] { outline: none !important }');
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
  });
  expect((await tabThrough(page)).filter(({ visible }) => !visible).map(({ name }) => name)).toEqual(['mute']);
  await page
    .locator('jet-player')
    .evaluate((player: HTMLElement) => player.addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault()));
  await expect(tabThrough(page)).rejects.toThrow('never left the player');
  await page.context().close();
});
