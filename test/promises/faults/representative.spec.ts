import { defineTests, test } from './fault-fixtures.js';
import { scenarios } from './scenarios.js';

// Two scenarios run at once, because most of a scenario is waiting.
test.describe.configure({ mode: 'parallel' });

defineTests(
  scenarios.filter(({ isRepresentative }) => isRepresentative),
  ['jet:hls', 'jet:dash'],
  { enforcesLimits: false }
);
