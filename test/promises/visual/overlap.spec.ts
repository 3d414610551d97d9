import { expect, test } from '../../support/page-fixtures.js';
import { captions } from './acts.js';
import { sizes, smallest } from './crowded.js';
import { find } from './find-covered.js';
import { attributes, expectNothingCovered } from './nothing-covered.js';
import { open, stillness } from './open.js';

test.describe.configure({ mode: 'parallel' });

for (const size of smallest) {
  test(`nothing covers a caption, and there is one play button: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo);
  });
}

test('canary: finds a button over a caption, a second play button, and a small target', async ({ chrome, demo }) => {
  const page = await open({ name: 'canary', attributes, act: captions, ...sizes[0]![1] }, chrome, demo);
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '[part=captions] { position: fixed; inset: 0; inline-size: 390px; block-size: 219px } [part=mute] { inline-size: 20px }'
    );
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
    const second = document.createElement('button');
    second.setAttribute('part', 'big-play');
    second.textContent = 'Play';
    player.shadowRoot!.querySelector('.frame')!.append(second);
  });
  // The notice about the captions hides the button for a moment.
  await stillness(page);
  const { cues, plays, small } = await find(page);
  expect(cues[0]![1]).toContain('captions');
  expect(plays.length).toBeGreaterThan(1);
  expect(small.join()).toContain('mute: 20');
  await page.context().close();
});
