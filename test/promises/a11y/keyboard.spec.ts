import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expect, test } from '../../support/page-fixtures.js';

/** Runs a function in the page, and resolves to its result. Nothing in this file uses the pointer. */
const evaluatePlayer = <Result>(page: Page, run: (player: JetPlayer) => Result): Promise<Result> =>
  page.locator('jet-player').evaluate(run) as Promise<Result>;

/** Presses Tab until the focused element has this role and name. */
async function tabTo(page: Page, role: 'button' | 'slider', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((found) => found.some((element) => element.matches(':focus')))) return;
  }
  throw new Error(`The Tab key does not lead to the ${role} ${String(name)}.`);
}

/** Opens the settings, moves to a menu item, and chooses the value that is `steps` items below the current one; above it if negative. */
async function chooseInSettings(page: Page, itemName: string | RegExp, steps: number): Promise<void> {
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: itemName });
  for (let step = 0; step < 12 && !(await item.evaluate((element) => element.matches(':focus'))); step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitemradio', { checked: true })).toBeFocused();
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
}

/** Switches spoken captions on or off, in the captions menu of the settings. */
async function toggleSpeakCaptions(page: Page): Promise<void> {
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  for (const key of ['c', 'ArrowRight', 'r', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
}

/** Opens the demo, and starts and pauses its video with keys. */
async function startAndPause(page: Page, demo: string): Promise<void> {
  await page.goto(demo);
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press('Enter');
  await expect.poll(() => evaluatePlayer(page, ({ currentTime }) => currentTime), { timeout: 30_000 }).toBeGreaterThan(0.2);
  await page.keyboard.press('k');
  await expect.poll(() => evaluatePlayer(page, ({ paused }) => paused)).toBe(true);
}

test('with the keyboard alone, a viewer can play and pause', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await tabTo(page, 'button', 'Play');
  await page.keyboard.press(' ');
  await expect.poll(() => evaluatePlayer(page, ({ paused }) => paused)).toBe(false);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => evaluatePlayer(page, ({ paused }) => paused)).toBe(true);
});

test('with the keyboard alone, a viewer can seek to another time', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await tabTo(page, 'slider', 'Seek');
  const slider = page.getByRole('slider', { name: 'Seek' });
  await page.keyboard.press('End');
  await expect.poll(() => evaluatePlayer(page, ({ currentTime, duration }) => duration - currentTime)).toBeLessThan(1);
  await page.keyboard.press('Home');
  await expect.poll(() => evaluatePlayer(page, ({ currentTime }) => currentTime)).toBeLessThan(1);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => evaluatePlayer(page, ({ currentTime }) => Math.round(currentTime))).toBe(45);
  await expect(slider).toHaveAttribute('aria-valuetext', '45 seconds of 1 minute, 4 seconds, Night, and back to morning');
});

test('with the keyboard alone, a viewer can mute, unmute and lower the volume', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await tabTo(page, 'button', 'Mute');
  await page.keyboard.press('Enter');
  expect(await evaluatePlayer(page, ({ muted }) => muted)).toBe(true);
  await page.keyboard.press('Enter');
  await tabTo(page, 'slider', 'Volume');
  await expect(page.locator('jet-player').getByRole('slider', { name: 'Volume' })).not.toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await evaluatePlayer(page, ({ volume, muted }) => [Math.round(volume * 100), muted])).toEqual([90, false]);
});

test('with the keyboard alone, a viewer can switch captions on, to another language, and off', async ({ page, demo }) => {
  await startAndPause(page, demo);
  const shownLanguages = () =>
    evaluatePlayer(page, ({ textTracks }) => [...textTracks].filter(({ mode }) => mode === 'showing').map(({ language }) => language));
  await tabTo(page, 'button', 'Captions');
  await page.keyboard.press('Enter');
  await expect.poll(shownLanguages).toEqual(['en']);
  await expect(page.getByRole('button', { name: 'Captions', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await chooseInSettings(page, /^Captions/, 1);
  await expect.poll(shownLanguages).toEqual(['nl']);
  await page.keyboard.press('c');
  await expect.poll(shownLanguages).toEqual([]);
});

test('with the keyboard alone, a viewer can switch spoken captions on and off', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await evaluatePlayer(page, (player) => void (player.currentTime = 3));
  await page.keyboard.press('c');
  await expect(page.locator('jet-captions')).toContainText('First light on the delta.');
  /** Returns the content of the live regions, which a screen reader speaks when it changes. */
  const readLiveRegions = async () => {
    const { nodes } = (await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree')) as {
      nodes: { nodeId: string; parentId?: string; name?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[];
    };
    const polite = nodes.filter(({ properties = [] }) => properties.some(({ name, value }) => name === 'live' && value.value === 'polite'));
    const inside = (id: string | undefined, root: string): boolean =>
      id === root || (id !== undefined && inside(nodes.find(({ nodeId }) => nodeId === id)?.parentId, root));
    return polite.map(({ nodeId }) => nodes.filter((node) => inside(node.parentId, nodeId)).map(({ name }) => name?.value ?? '')).join();
  };
  expect(await readLiveRegions()).not.toContain('First light');
  await toggleSpeakCaptions(page);
  await expect.poll(readLiveRegions).toContain('First light on the delta.');
  await toggleSpeakCaptions(page);
  await expect.poll(readLiveRegions).not.toContain('First light');
});

test('with the keyboard alone, a viewer can choose another audio track', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await chooseInSettings(page, 'Audio', 1);
  await expect.poll(() => evaluatePlayer(page, ({ player }) => player!.state.current.audio)).toMatchObject({ choice: '1' });
});

test('with the keyboard alone, a viewer can choose another quality', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await chooseInSettings(page, 'Quality', 3);
  await page.keyboard.press('k');
  await expect.poll(() => evaluatePlayer(page, ({ videoHeight }) => videoHeight), { timeout: 30_000 }).toBe(240);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
});

test('with the keyboard alone, a viewer can choose another speed', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await chooseInSettings(page, 'Speed', 2);
  expect(await evaluatePlayer(page, ({ playbackRate }) => playbackRate)).toBe(1.5);
});

test('with the keyboard alone, a viewer can choose another chapter', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await tabTo(page, 'button', 'Settings');
  await page.keyboard.press('Enter');
  // The first letters of two menu items: “More” and “Chapters”.
  for (const key of ['m', 'ArrowRight', 'c', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Chapters' })).toBeVisible();
  await tabTo(page, 'button', /^First light/);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
  await expect.poll(() => evaluatePlayer(page, ({ currentTime }) => Math.round(currentTime))).toBe(20);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => evaluatePlayer(page, ({ currentTime }) => Math.round(currentTime))).toBe(33);
});

test('with the keyboard alone, a viewer can enter and leave full screen', async ({ page, demo }) => {
  await startAndPause(page, demo);
  const isFullscreen = () => evaluatePlayer(page, (player) => player.matches(':fullscreen'));
  await tabTo(page, 'button', 'Full screen');
  await page.keyboard.press('Enter');
  await expect.poll(isFullscreen).toBe(true);
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(isFullscreen).toBe(false);
});

test('with the keyboard alone, a viewer can open the list of contacted hosts, and close it', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await tabTo(page, 'button', 'Privacy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Privacy' })).toBeVisible();
  await expect(page.locator('jet-dialog')).toContainText('localhost');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Privacy', exact: true })).toBeFocused();
});

test('with the keyboard alone, a viewer can open the list of keyboard shortcuts, and close it', async ({ page, demo }) => {
  await startAndPause(page, demo);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(page.locator('jet-dialog')).toContainText('Play or pause');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('with the keyboard alone, a viewer can retry after an error', async ({ page, demo }) => {
  await page.goto(demo);
  await tabTo(page, 'button', 'A missing video');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not exist');
  await page.getByRole('link', { name: 'jet-player, home' }).focus();
  const retriedRequest = page.waitForRequest('**/media/none.m3u8');
  await tabTo(page, 'button', 'Try again');
  await page.keyboard.press('Enter');
  await retriedRequest;
});
