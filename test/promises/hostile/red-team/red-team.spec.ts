import { builds } from '../builds.js';
import { expect, test } from '../hostile-fixtures.js';
import { generateCases, caseGroups } from './generate.js';
import type { Finding } from './judge.js';
import { describeFinding as sentence, selectCases, countEndings } from './report.js';
import { RedTeam } from './run.js';
import { seed } from './random.js';

/** The tested builds: the modules, or both builds with `RED_TEAM_BUILDS=all`. */
const testedBuilds = process.env['RED_TEAM_BUILDS'] === 'all' ? builds : builds.slice(0, 1);

test.describe.configure({ mode: 'parallel' });

for (const { name, script } of testedBuilds) {
  for (const group of caseGroups) {
    test(`no red-team case of the group ${group} has a forbidden effect: ${name}`, async ({ chrome, world }) => {
      const cases = selectCases(generateCases(group));
      test.skip(cases.length === 0, 'RED_TEAM_CASE names a case of another group');
      test.setTimeout(60_000 + cases.length * 5000);
      const onFindings = (found: readonly Finding[]) => found.forEach((finding) => console.log(sentence(finding, cases)));
      const team = new RedTeam({ browser: chrome, world, script, onFindings });
      const startTime = Date.now();
      const findings = await team.run(cases);
      console.log(
        `red team, ${name}, ${group}: ${cases.length} cases from seed ${seed}, ${findings.length} findings (${countEndings(team.outcomes)}; ${Math.round((Date.now() - startTime) / 1000)} s)`
      );
      expect(findings.map((finding) => sentence(finding, cases))).toEqual([]);
    });
  }
}
