import { builds, pageAddress, pageOf } from './builds.js';
import { families } from './cases/index.js';
import { counts, expect, test } from './rig.js';
import { none, offences } from './traces.js';
import { settle, type Evaluate } from './watch.js';

for (const build of builds) {
  for (const [family, cases] of Object.entries(families)) {
    test.describe(`${build.name}: ${family}`, () => {
      for (const hostile of cases) {
        test(hostile.name, async ({ page, world, problems }) => {
          world.stage({ ...hostile.files, [pageAddress]: pageOf(build, hostile) });
          await page.goto(pageAddress);
          const evaluate: Evaluate = (run, given) => page.evaluate(run as never, given) as never;
          const { error, blocked } = await settle(evaluate, world, hostile);
          expect(offences(world, hostile)).toEqual(none);
          expect(await counts(page), 'calls that remember or phone home').toEqual({});
          expect(problems, 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsTo !== undefined) expect(error).toBeNull();
        });
      }
    });
  }
}
