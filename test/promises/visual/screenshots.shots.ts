import { writeFile } from 'node:fs/promises';
import { test } from '../../support/page-fixtures.js';
import { open } from './open.js';
import { looks } from './states.js';

const folder = new URL('../../../demo/site/screenshots/', import.meta.url).pathname;

for (const look of looks) {
  test(`screenshot: ${look.name}`, async ({ chrome, demo }) => {
    const page = await open(look, chrome, demo);
    // A tenth of the size of the same image as PNG.
    const tools = await page.context().newCDPSession(page);
    const { data } = await tools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    await writeFile(`${folder}${look.name}.webp`, Buffer.from(data, 'base64'));
    await page.context().close();
  });
}
