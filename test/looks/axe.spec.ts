import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/rig.js';
import { open } from './open.js';
import { looks } from './states.js';

/** What axe says, run as an integrator would run it. */
const violationsIn = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations;

for (const look of looks) {
  test(`axe finds nothing: ${look.name}`, async ({ chrome, demo }) => {
    const page = await open(look, chrome, demo);
    const violations = await violationsIn(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    await page.context().close();
  });
}

test('canary: axe sees into the player', async ({ chrome, demo }) => {
  const page = await open(looks[1]!, chrome, demo);
  await page.locator('jet-player').evaluate((player) => player.shadowRoot!.querySelector('[part=play]')!.removeAttribute('aria-label'));
  expect((await violationsIn(page)).map(({ id }) => id)).toContain('button-name');
  await page.context().close();
});
