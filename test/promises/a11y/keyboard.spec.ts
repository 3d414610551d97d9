import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

/** The pointer stays outside the window, because everything here is done with keys. */
const ask = <Answer>(page: Page, question: (player: JetPlayer) => Answer): Promise<Answer> =>
  page.locator('jet-player').evaluate(question) as Promise<Answer>;

/** Presses Tab until the focused element has this role and name, like a viewer who cannot see its position. */
async function tabTo(page: Page, role: 'button' | 'slider', name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name, exact: true });
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await goal.evaluateAll((found) => found.some((element) => element.matches(':focus')))) return;
  }
  throw new Error(`The Tab key does not lead to the ${role} ${String(name)}.`);
}

/** Opens the settings, finds a menu item by its first letters, and chooses the value `down` items below the current one, or above it. */
async function choose(page: Page, line: string | RegExp, down: number): Promise<void> {
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: line });
  for (let step = 0; step < 12 && !(await item.evaluate((element) => element.matches(':focus'))); step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitemradio', { checked: true })).toBeFocused();
  for (let step = 0; step < Math.abs(down); step++) await page.keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
}

/** Turns reading captions aloud on or off, in the group of the captions. */
async function readAloud(page: Page): Promise<void> {
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  for (const key of ['c', 'ArrowRight', 'r', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
}

/** The demo, with its video started and paused by keys. */
async function begun(page: Page, demo: string): Promise<void> {
  await page.goto(demo);
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press('Enter');
  await expect.poll(() => ask(page, ({ currentTime }) => currentTime), { timeout: 30_000 }).toBeGreaterThan(0.2);
  await page.keyboard.press('k');
  await expect.poll(() => ask(page, ({ paused }) => paused)).toBe(true);
}

test('by keyboard alone: play and pause', async ({ page, demo }) => {
  await begun(page, demo);
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press(' ');
  await expect.poll(() => ask(page, ({ paused }) => paused)).toBe(false);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => ask(page, ({ paused }) => paused)).toBe(true);
});

test('by keyboard alone: go to another time', async ({ page, demo }) => {
  await begun(page, demo);
  await tabTo(page, 'slider', 'Seek');
  const slider = page.getByRole('slider', { name: 'Seek' });
  await page.keyboard.press('End');
  await expect.poll(() => ask(page, ({ currentTime, duration }) => duration - currentTime)).toBeLessThan(1);
  await page.keyboard.press('Home');
  await expect.poll(() => ask(page, ({ currentTime }) => currentTime)).toBeLessThan(1);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => ask(page, ({ currentTime }) => Math.round(currentTime))).toBe(45);
  await expect(slider).toHaveAttribute('aria-valuetext', '45 seconds of 1 minute, 4 seconds, Night, and back to morning');
});

test('by keyboard alone: make it quieter, and silent', async ({ page, demo }) => {
  await begun(page, demo);
  await tabTo(page, 'button', 'Mute');
  await page.keyboard.press('Enter');
  expect(await ask(page, ({ muted }) => muted)).toBe(true);
  await page.keyboard.press('Enter');
  await tabTo(page, 'slider', 'Volume');
  await expect(page.locator('jet-player').getByRole('slider', { name: 'Volume' })).not.toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await ask(page, ({ volume, muted }) => [Math.round(volume * 100), muted])).toEqual([90, false]);
});

test('by keyboard alone: captions on, in another language, and off', async ({ page, demo }) => {
  await begun(page, demo);
  const shown = () =>
    ask(page, ({ textTracks }) => [...textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language));
  await tabTo(page, 'button', 'Captions');
  await page.keyboard.press('Enter');
  await expect.poll(shown).toEqual(['en']);
  await expect(page.getByRole('button', { name: 'Captions', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await choose(page, /^Captions/, 1);
  await expect.poll(shown).toEqual(['nl']);
  await page.keyboard.press('c');
  await expect.poll(shown).toEqual([]);
});

test('by keyboard alone: have the captions read out', async ({ page, demo }) => {
  await begun(page, demo);
  await ask(page, (player) => void (player.currentTime = 3));
  await page.keyboard.press('c');
  await expect(page.locator('jet-captions')).toContainText('First light on the delta.');
  /** The live regions that a screen reader reads as they change, with their content. */
  const aloud = async () => {
    const { nodes } = (await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree')) as {
      nodes: { nodeId: string; parentId?: string; name?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[];
    };
    const polite = nodes.filter(({ properties = [] }) => properties.some(({ name, value }) => name === 'live' && value.value === 'polite'));
    const inside = (id: string | undefined, root: string): boolean =>
      id === root || (id !== undefined && inside(nodes.find(({ nodeId }) => nodeId === id)?.parentId, root));
    return polite.map(({ nodeId }) => nodes.filter((node) => inside(node.parentId, nodeId)).map(({ name }) => name?.value ?? '')).join();
  };
  expect(await aloud()).not.toContain('First light');
  await readAloud(page);
  await expect.poll(aloud).toContain('First light on the delta.');
  await readAloud(page);
  await expect.poll(aloud).not.toContain('First light');
});

test('by keyboard alone: another audio track', async ({ page, demo }) => {
  await begun(page, demo);
  await choose(page, 'Audio', 1);
  await expect.poll(() => ask(page, ({ player }) => player!.state.current.audio)).toMatchObject({ choice: '1' });
});

test('by keyboard alone: another quality', async ({ page, demo }) => {
  await begun(page, demo);
  await choose(page, 'Quality', 3);
  await page.keyboard.press('k');
  await expect.poll(() => ask(page, ({ videoHeight }) => videoHeight), { timeout: 30_000 }).toBe(240);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
});

test('by keyboard alone: another speed', async ({ page, demo }) => {
  await begun(page, demo);
  await choose(page, 'Speed', 2);
  expect(await ask(page, ({ playbackRate }) => playbackRate)).toBe(1.5);
});

test('by keyboard alone: another chapter', async ({ page, demo }) => {
  await begun(page, demo);
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  // Two keys by their first letters: more, chapters.
  for (const key of ['m', 'ArrowRight', 'c', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Chapters' })).toBeVisible();
  await tabTo(page, 'button', /^First light/);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
  await expect.poll(() => ask(page, ({ currentTime }) => Math.round(currentTime))).toBe(20);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => ask(page, ({ currentTime }) => Math.round(currentTime))).toBe(33);
});

test('by keyboard alone: full screen and back', async ({ page, demo }) => {
  await begun(page, demo);
  const fills = () => ask(page, (player) => player.matches(':fullscreen'));
  await tabTo(page, 'button', 'Full screen');
  await page.keyboard.press('Enter');
  await expect.poll(fills).toBe(true);
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(fills).toBe(false);
});

test('by keyboard alone: read who was contacted, and close it', async ({ page, demo }) => {
  await begun(page, demo);
  await tabTo(page, 'button', 'Privacy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Privacy' })).toBeVisible();
  await expect(page.locator('jet-dialog')).toContainText('localhost');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Privacy', exact: true })).toBeFocused();
});

test('by keyboard alone: learn the keys', async ({ page, demo }) => {
  await begun(page, demo);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(page.locator('jet-dialog')).toContainText('Play or pause');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('by keyboard alone: try again after an error', async ({ page, demo }) => {
  await page.goto(demo);
  await tabTo(page, 'button', 'A missing video');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not exist');
  await page.getByRole('link', { name: 'jet-player, home' }).focus();
  const again = page.waitForRequest('**/media/none.m3u8');
  await tabTo(page, 'button', 'Try again');
  await page.keyboard.press('Enter');
  await again;
});
