import { test } from '../../support/page-fixtures.js';
import { sizes, smallest } from './crowded.js';
import { expectNothingCovered } from './nothing-covered.js';

test.describe.configure({ mode: 'parallel' });

for (const size of sizes.filter((other) => !smallest.includes(other))) {
  test(`nothing covers a caption, and there is one play button: ${size[0]}`, async ({ chrome, demo }) => {
    test.setTimeout(300_000);
    await expectNothingCovered(size, chrome, demo);
  });
}
