import { expect, test } from '../../support/page-fixtures.js';
import { captions } from './acts.js';
import { sizes, states } from './crowded.js';
import { find } from './find-covered.js';
import { open, stillness } from './open.js';
import { looks } from './states.js';

const { attributes } = looks.find(({ name }) => name === 'paused')!;

test.describe.configure({ mode: 'parallel' });

for (const [size, look] of sizes) {
  test(`nothing covers a caption, and there is one play button: ${size}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    let shown = 0;
    for (const [name, act, needs] of states) {
      if (needs === 'mouse' && look.context?.hasTouch) continue;
      const page = await open({ name, attributes, act, ...look }, chrome, demo);
      await stillness(page);
      const { cues, plays, small, duration, picture } = await find(page);
      shown += cues.length;
      expect
        .soft(
          cues.filter(([, covers]) => covers.length > 0),
          `${size}, ${name}: covered captions`
        )
        .toEqual([]);
      expect.soft(plays.length, `${size}, ${name}: ${plays.join(' and ')}`).toBeLessThanOrEqual(1);
      if (name === 'captions') expect.soft(duration, `${size}: the duration is shown`).toBe(true);
      if (name === 'scrub' || name === 'preview') expect.soft(picture, `${size}, ${name}: a thumbnail is shown`).toBe(true);
      if (look.context?.hasTouch) expect.soft(small, `${size}, ${name}: targets`).toEqual([]);
      await page.context().close();
    }
    expect(shown).toBeGreaterThan(2);
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
  const { cues, plays, small } = await find(page);
  expect(cues[0]![1]).toContain('captions');
  expect(plays.length).toBeGreaterThan(1);
  expect(small.join()).toContain('mute: 20');
  await page.context().close();
});
