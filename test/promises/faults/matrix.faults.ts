import { defineTests, test } from './fault-fixtures.js';
import { scenarios } from './scenarios.js';

test.describe.configure({ mode: 'parallel' });

defineTests(scenarios, process.env.FAULTS_BARE ? ['jet:hls', 'jet:dash', 'hls.js', 'dash.js'] : ['jet:hls', 'jet:dash'], {
  enforcesLimits: true
});
