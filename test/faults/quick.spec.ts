import { hold, test } from './rig.js';
import { scenarios } from './scenarios.js';

// Two pages at once: most of a scenario is waiting.
test.describe.configure({ mode: 'parallel' });

hold(
  scenarios.filter(({ quick }) => quick),
  ['jet:hls', 'jet:dash'],
  { timed: false }
);
