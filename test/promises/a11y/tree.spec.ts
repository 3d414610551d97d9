import { controls } from '../../../src/ui/controls/index.js';
import type { Page } from '@playwright/test';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { playToEnd, pauseAndHover } from '../visual/acts.js';
import { playFaster, showUnmutePrompt } from '../visual/caption-states.js';
import { openState } from '../visual/open.js';
import { interfaceStates, type InterfaceState } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';

/** The names of all controls. A new control needs a snapshot, which `--update-snapshots` writes. */
const controlNames: readonly string[] = Object.values(controls).flatMap((place) => place.map(({ name }) => name));

const stateNamed = (name: string, changes: Partial<InterfaceState> = {}): InterfaceState => ({
  ...interfaceStates.find((candidate) => candidate.name === name)!,
  ...changes
});

/** Returns an action that first adds a playlist of two videos, of which the player plays the first. */
const withPlaylist = (act: (page: Page) => Promise<void>) => async (page: Page) => {
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

/** Moves the video into a picture-in-picture window. */
const openPipWindow = async (page: Page) => {
  await pauseAndHover(page);
  await page.locator('jet-player').locator('[part=pip]').click();
  await page.locator('jet-player').locator('[part=pip-status]').waitFor();
};

/** Sets the sleep timer of the audio player. */
const setSleepTimer = async (page: Page) => {
  await pauseAndHover(page);
  await page.locator('jet-player').locator('[part=settings]').getByRole('button').click();
  await page.locator('jet-player [data-key=sleep]').click();
  await page.locator('jet-player [data-value="30"]').click();
};

/** Waits for the button of Content Credentials, whose code is loaded only with its attribute. */
const showCredentials = async (page: Page) => {
  await pauseAndHover(page);
  await page.locator('jet-player').locator('[part=credentials]').waitFor();
};

/** States that together show every control. */
const statesWithAllControls = [
  stateNamed('paused', { attributes: `${stateNamed('paused').attributes} download="/media/film.mp4"` }),
  stateNamed('poster'),
  stateNamed('paused', { context: { hasTouch: true, isMobile: true } }),
  stateNamed('live'),
  stateNamed('described'),
  stateNamed('casting'),
  stateNamed('airplay'),
  stateNamed('paused', { act: showUnmutePrompt }),
  stateNamed('paused', { act: playFaster }),
  stateNamed('paused', { act: withPlaylist(pauseAndHover) }),
  stateNamed('ended', { act: withPlaylist(playToEnd) }),
  stateNamed('paused', { act: openPipWindow }),
  stateNamed('paused', { attributes: `${stateNamed('paused').attributes} credentials="ask"`, act: showCredentials }),
  stateNamed('audio', { act: setSleepTimer }),
  stateNamed('reconnecting'),
  stateNamed('error')
];

/** The controls that are not in the accessibility tree with a name, because they are for sighted viewers only. */
const hiddenControls = ['loading', 'time', 'title'];

test('every control is in the accessibility tree as expected', async ({ chrome, demo }) => {
  test.setTimeout(300_000);
  const missing = new Set(controlNames);
  for (const state of statesWithAllControls) {
    const page = await openState(state, chrome, demo);
    const player = page.locator('jet-player');
    for (const name of missing) {
      const part = player.locator(`[part="${name}"]`);
      const tree = (await part.count()) > 0 ? await part.ariaSnapshot() : '';
      if (!tree) continue;
      missing.delete(name);
      await expect.soft(part, name).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      if (!hiddenControls.includes(name))
        expect.soft(tree, name).toMatch(/^- '?(alert|button|group|img|link|slider|status)\b(.* ".+"|:\n)/);
    }
    await page.context().close();
  }
  expect([...missing], 'controls that no state shows').toEqual([]);
});

const popups = [
  ['menu', 'menu'],
  ['menu-quality', 'menu'],
  ['consent', 'dialog'],
  ['caption-style', 'dialog'],
  ['transcript', 'dialog'],
  ['shortcuts', 'dialog']
] as const;

for (const [name, role] of popups) {
  test(
    `an open menu or dialog is in the accessibility tree as expected: ${name}`,
    wideUnless(['menu', 'caption-style'].includes(name)),
    async ({ chrome, demo }) => {
      const page = await openState(stateNamed(name), chrome, demo);
      await expect(page.locator('jet-player').getByRole(role)).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
      await page.context().close();
    }
  );
}

test('a pressed, open or adjusted control exposes its state', async ({ chrome, demo }) => {
  const page = await openState(stateNamed('captions'), chrome, demo);
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
