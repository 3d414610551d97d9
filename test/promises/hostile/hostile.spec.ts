import { wideUnless } from '../../support/wide.js';
import { builds, pageAddress, pageOf } from './builds.js';
import { families, variantsIn } from './cases/index.js';
import { counts, expect, prototypeChanges, test } from './hostile-fixtures.js';
import { none, violations } from './traces.js';
import { settle, type Evaluate } from './watch.js';

// Each test has a browser context of its own, so the workers share the cases.
test.describe.configure({ mode: 'parallel' });

for (const build of builds) {
  for (const [family, cases] of Object.entries(families)) {
    const variants = variantsIn(cases);
    test.describe(`${build.name}: ${family}`, () => {
      for (const hostile of cases) {
        test(hostile.name, wideUnless(!variants.includes(hostile)), async ({ page, world, problems }) => {
          world.stage({ ...hostile.files, [pageAddress]: pageOf(build, hostile) });
          await page.goto(pageAddress);
          const evaluate: Evaluate = (run, given) => page.evaluate(run as never, given) as never;
          const { error, blocked } = await settle(evaluate, world, hostile);
          expect(violations(world, hostile)).toEqual(none);
          expect(await counts(page), 'calls that store or contact').toEqual({});
          expect(await prototypeChanges(page), 'no intrinsic prototype changed').toEqual([]);
          expect(problems, 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsTo !== undefined && !hostile.mayFail) expect(error).toBeNull();
        });
      }
    });
  }
}
