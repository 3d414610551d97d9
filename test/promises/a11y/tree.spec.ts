import { controls } from '../../../src/ui/controls/index.js';
import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { ended, paused } from '../visual/acts.js';
import { fast, unmute } from '../visual/crowded.js';
import { open } from '../visual/open.js';
import { looks, type Look } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';

/** Every existing control; a new one is added here automatically, and its snapshot with `--update-snapshots`. */
const names: readonly string[] = Object.values(controls).flatMap((place) => place.map(({ name }) => name));

const look = (name: string, more: Partial<Look> = {}): Look => ({ ...looks.find((candidate) => candidate.name === name)!, ...more });

/** Adds a playlist of two videos, of which the player plays the first. */
const listed = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.locator('jet-player').evaluate((player: JetPlayer) => {
    const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: (player.id = 'player') });
    const links = ['One', 'Two'].map((textContent, index) =>
      Object.assign(document.createElement('a'), { textContent, href: index ? '/media/film.mp4' : player.src })
    );
    playlist.append(...links);
    document.body.append(playlist);
  });
  await act(page);
};

/** Moves the video into a window of its own. */
const inWindow = async (page: Page) => {
  await paused(page);
  await page.locator('jet-player').locator('[part=pip]').click();
  await page.locator('jet-player').locator('[part=pip-status]').waitFor();
};

/** Sets the sleep timer of the audio player. */
const sleepy = async (page: Page) => {
  await paused(page);
  await page.locator('jet-player').locator('[part=settings]').getByRole('button').click();
  await page.locator('jet-player [data-key=sleep]').click();
  await page.locator('jet-player [data-key="=30"]').click();
};

/** States which together show every control. */
const states = [
  look('paused', { attributes: `${look('paused').attributes} download="/media/film.mp4"` }),
  look('poster'),
  look('paused', { context: { hasTouch: true, isMobile: true } }),
  look('live'),
  look('described'),
  look('casting'),
  look('airplay'),
  look('paused', { act: unmute }),
  look('paused', { act: fast }),
  look('paused', { act: listed(paused) }),
  look('ended', { act: listed(ended) }),
  look('paused', { act: inWindow }),
  look('audio', { act: sleepy }),
  look('reconnecting'),
  look('error')
];

/** Elements for sighted viewers only. */
const silent = ['loading', 'time', 'title'];

test('every control is in the accessibility tree as expected', async ({ chrome, demo }) => {
  test.setTimeout(120_000);
  const missing = new Set(names);
  for (const state of states) {
    const page = await open(state, chrome, demo);
    const player = page.locator('jet-player');
    for (const name of missing) {
      const part = player.locator(`[part="${name}"]`);
      const tree = (await part.count()) > 0 ? await part.ariaSnapshot() : '';
      if (!tree) continue;
      missing.delete(name);
      await expect.soft(part, name).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      if (!silent.includes(name)) expect.soft(tree, name).toMatch(/^- '?(alert|button|group|img|link|slider|status)\b(.* ".+"|:\n)/);
    }
    await page.context().close();
  }
  expect([...missing], 'controls that no state shows').toEqual([]);
});

const opened = [
  ['menu', 'menu'],
  ['menu-quality', 'menu'],
  ['consent', 'dialog'],
  ['caption-style', 'dialog'],
  ['transcript', 'dialog'],
  ['shortcuts', 'dialog']
] as const;

for (const [name, role] of opened) {
  test(
    `an open menu or dialog is in the accessibility tree as expected: ${name}`,
    wideUnless(['menu', 'caption-style'].includes(name)),
    async ({ chrome, demo }) => {
      const page = await open(look(name), chrome, demo);
      await expect(page.locator('jet-player').getByRole(role)).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      await page.context().close();
    }
  );
}

test('a pressed, open or adjusted control exposes its state', async ({ chrome, demo }) => {
  const page = await open(look('captions'), chrome, demo);
  const player = page.locator('jet-player');
  await expect(player.locator('[part=captions]')).toMatchAriaSnapshot('- button "Captions" [pressed]');
  await player.getByRole('button', { name: 'Settings' }).click();
  await expect(player.getByRole('button', { name: 'Settings' })).toMatchAriaSnapshot('- button "Settings" [expanded]');
  const seek = player.getByRole('slider', { name: 'Seek' });
  await expect(seek).toHaveAttribute('aria-valuetext', '15 seconds of 1 minute, 4 seconds, Morning on the water');
  await expect(seek).toHaveAttribute('aria-valuenow', /^15/);
  await expect(player.getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuetext', 'Muted');
  await page.context().close();
});
