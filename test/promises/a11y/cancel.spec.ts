import { openState } from '../visual/open.js';
import { interfaceStates } from '../visual/states.js';
import { expect, test } from '../../support/page-fixtures.js';
import { wideUnless } from '../../support/wide.js';

const stateNamed = (name: string) => interfaceStates.find((state) => state.name === name)!;

for (const name of ['poster', 'paused', 'refused', 'ended', 'error']) {
  test(
    `a button does nothing when the pointer is released elsewhere: ${name}`,
    wideUnless(['paused', 'error'].includes(name)),
    async ({ chrome, demo }) => {
      const page = await openState(stateNamed(name), chrome, demo);
      const player = page.locator('jet-player');
      await page.mouse.move(40, 100);
      // The chapters may load after the video, and the rest of the interface loads at the first interaction.
      if (name !== 'error') await player.locator('[part=chapter]').waitFor();
      // A busy browser may still decode the frame of the state.
      await expect.poll(() => player.ariaSnapshot()).not.toContain('status: Loading');
      const before = await player.ariaSnapshot();
      const buttons = await player.locator('button:visible').all();
      expect(buttons.length).toBeGreaterThan(0);
      for (const button of buttons) {
        const { x, y, width, height } = (await button.boundingBox())!;
        await page.mouse.move(x + width / 2, y + height / 2);
        await page.mouse.down();
        await page.mouse.move(40, 100, { steps: 2 });
        await page.mouse.up();
        expect(await player.ariaSnapshot(), (await button.getAttribute('aria-label')) ?? '').toBe(before);
      }
      await page.context().close();
    }
  );
}

test('canary: the accessibility tree changes when a button acts', async ({ chrome, demo }) => {
  const page = await openState(stateNamed('paused'), chrome, demo);
  const player = page.locator('jet-player');
  const before = await player.ariaSnapshot();
  await player.locator('[part=mute]').click();
  expect(await player.ariaSnapshot()).not.toBe(before);
  await page.context().close();
});
