import { writeFile } from 'node:fs/promises';
import { test } from '../../support/page-fixtures.js';
import { openState } from './open.js';
import { interfaceStates } from './states.js';

const folder = new URL('../../../demo/site/screenshots/', import.meta.url).pathname;

for (const state of interfaceStates) {
  test(`a screenshot is written: ${state.name}`, async ({ chrome, demo }) => {
    const page = await openState(state, chrome, demo);
    // WebP, because the same image as PNG is ten times larger.
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    await writeFile(`${folder}${state.name}.webp`, Buffer.from(data, 'base64'));
    await page.context().close();
  });
}
