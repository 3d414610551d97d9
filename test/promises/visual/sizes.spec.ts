import { test } from '../../support/page-fixtures.js';
import { captionStates, playerSizes } from './caption-states.js';
import { attributes, expectNothingCovered } from './nothing-covered.js';

test.describe.configure({ mode: 'parallel' });

for (const size of playerSizes) {
  test(`nothing covers a caption, and there is at most one play button: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo);
  });
  test(`the AI label covers no caption, control or title: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo, captionStates, { attributes: `${attributes} ai-label="modified"`, lang: 'ga' });
  });
}
