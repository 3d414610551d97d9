import { expect, test } from '../../support/page-fixtures.js';
import { showCaptions } from './acts.js';
import { playerSizes, representativeStates, smallestSizes } from './caption-states.js';
import { findCovered } from './find-covered.js';
import { attributes, expectNothingCovered } from './nothing-covered.js';
import { openState, waitForAnimations } from './open.js';

test.describe.configure({ mode: 'parallel' });

for (const size of smallestSizes) {
  test(`nothing covers a caption, and there is at most one play button: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo, representativeStates);
  });
}

for (const size of smallestSizes) {
  // The label of this language is among the longest.
  test(`the AI label covers no caption, control or title: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo, representativeStates, { attributes: `${attributes} ai-label="modified"`, lang: 'ga' });
  });
}

test('canary: findCovered() finds a button over a caption, a second play button, a small target, and a button under the AI label', async ({
  chrome,
  demo
}) => {
  const page = await openState(
    { name: 'canary', attributes: `${attributes} ai-label="generated"`, act: showCaptions, ...playerSizes[0]![1] },
    chrome,
    demo
  );
  await page.locator('jet-player').evaluate((player) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '[part=captions] { position: fixed; inset: 0; inline-size: 390px; block-size: 219px } [part=mute] { inline-size: 20px } .ai-label { scale: 50 }'
    );
    player.shadowRoot!.adoptedStyleSheets.push(sheet);
    const second = document.createElement('button');
    second.setAttribute('part', 'big-play');
    second.textContent = 'Play';
    player.shadowRoot!.querySelector('.frame')!.append(second);
  });
  // The notice that captions are on hides the button for a moment.
  await waitForAnimations(page);
  const { cues, playButtons, smallTargets, coveredByLabel } = await findCovered(page);
  expect(cues[0]![1]).toContain('captions');
  expect(playButtons.length).toBeGreaterThan(1);
  expect(smallTargets.join()).toContain('mute: 20');
  expect(coveredByLabel).toContain('mute');
  await page.context().close();
});
