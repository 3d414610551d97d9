import { defineTests, test } from './fault-fixtures.js';
import { scenarios } from './scenarios.js';

// Two pages at once, because most of a scenario is waiting.
test.describe.configure({ mode: 'parallel' });

defineTests(
  scenarios.filter(({ quick }) => quick),
  ['jet:hls', 'jet:dash'],
  { timed: false }
);
