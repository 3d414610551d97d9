import { wideIf } from '../../support/wide.js';
import { builds, pageUrl, playerPage } from './builds.js';
import { families, variantsIn } from './cases/index.js';
import { readForbiddenCalls, expect, prototypeChanges, test } from './hostile-fixtures.js';
import { noEffects, forbiddenEffects } from './traces.js';
import { waitForOutcome, type Evaluate } from './watch.js';

// Each test has its own browser context, so several workers can run the cases.
test.describe.configure({ mode: 'parallel' });

for (const build of builds) {
  for (const [family, cases] of Object.entries(families)) {
    const variants = variantsIn(cases);
    test.describe(`${build.name}: a hostile case has no forbidden effect: ${family}`, () => {
      for (const hostile of cases) {
        test(hostile.name, wideIf(variants.includes(hostile)), async ({ page, world, problems }) => {
          world.stage({ ...hostile.files, [pageUrl]: playerPage(build, hostile) });
          await page.goto(pageUrl);
          const evaluate: Evaluate = (run, arg) => page.evaluate(run as never, arg) as never;
          const { error, blocked } = await waitForOutcome(evaluate, world, hostile);
          expect(forbiddenEffects(world, hostile)).toEqual(noEffects);
          expect(await readForbiddenCalls(page), 'calls that store or contact').toEqual({});
          expect(await prototypeChanges(page), 'no intrinsic prototype changed').toEqual([]);
          expect(problems, 'exceptions in the page').toEqual([]);
          expect([...new Set(blocked)].sort(), 'kinds in the report').toEqual([...(hostile.blocked ?? [])].sort());
          if (hostile.playsToSeconds !== undefined && !hostile.mayFail) expect(error).toBeNull();
        });
      }
    });
  }
}
