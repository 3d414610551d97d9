import { builds } from '../builds.js';
import { expect, test } from '../hostile-fixtures.js';
import { generate, groups } from './generate.js';
import type { Finding } from './judge.js';
import { describe as sentence, chosen, endings } from './report.js';
import { RedTeam } from './run.js';
import { seed } from './random.js';

/** The modules; both builds if `RED_TEAM_BUILDS=all`. */
const tried = process.env['RED_TEAM_BUILDS'] === 'all' ? builds : builds.slice(0, 1);

test.describe.configure({ mode: 'parallel' });

for (const { name, script } of tried) {
  for (const group of groups) {
    test(`red team, ${name}: ${group}`, async ({ chrome, world }) => {
      const cases = chosen(generate(group));
      test.skip(cases.length === 0, 'RED_TEAM_CASE names a case of another group');
      test.setTimeout(60_000 + cases.length * 5000);
      const onFindings = (found: readonly Finding[]) => found.forEach((finding) => console.log(sentence(finding, cases)));
      const team = new RedTeam({ browser: chrome, world, script, onFindings });
      const begun = Date.now();
      const findings = await team.run(cases);
      console.log(
        `red team, ${name}, ${group}: ${cases.length} cases from seed ${seed}, ${findings.length} findings (${endings(team.outcomes)}; ${Math.round((Date.now() - begun) / 1000)} s)`
      );
      expect(findings.map((finding) => sentence(finding, cases))).toEqual([]);
    });
  }
}
