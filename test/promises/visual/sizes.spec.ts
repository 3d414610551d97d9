import { test } from '../../support/page-fixtures.js';
import { playerSizes } from './caption-states.js';
import { expectNothingCovered } from './nothing-covered.js';

test.describe.configure({ mode: 'parallel' });

for (const size of playerSizes) {
  test(`nothing covers a caption, and there is at most one play button: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo);
  });
}
