import { defineTests, test } from './fault-fixtures.js';
import { scenarios } from './scenarios.js';
import type { Scenario } from './scenario.js';

test.describe.configure({ mode: 'parallel' });

const subjects = process.env.FAULTS_BARE ? (['jet:hls', 'jet:dash', 'hls.js', 'dash.js'] as const) : (['jet:hls', 'jet:dash'] as const);

/** Whether a scenario occupies a processor and measures for how long. */
const needsProcessor = ({ limits }: Scenario): boolean => limits?.blockedSeconds !== undefined;

defineTests(
  scenarios.filter((scenario) => !needsProcessor(scenario)),
  subjects,
  { enforcesLimits: true }
);

test.describe('one after the other', () => {
  // Two of these tests beside each other would measure each other's work.
  test.describe.configure({ mode: 'default' });
  defineTests(scenarios.filter(needsProcessor), subjects, { enforcesLimits: true });
});
