import { test } from '../support/rig.js';
import { open } from './open.js';
import { looks } from './states.js';

const folder = new URL('../../demo/site/screenshots/', import.meta.url).pathname;

for (const look of looks) {
  test(`screenshot: ${look.name}`, async ({ chrome, demo }) => {
    const page = await open(look, chrome, demo);
    await page.screenshot({ path: `${folder}${look.name}.png` });
    await page.context().close();
  });
}
