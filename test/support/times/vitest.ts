import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { addTimes } from './add-times.mjs';

/** Reporter of vitest that records durations with `addTimes`. The time of a file includes its imports and its hooks. */
export default class TimesReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    addTimes([{ file: relative('.', test.module.moduleId), test: test.name, milliseconds: test.diagnostic()?.duration ?? 0 }]);
  }

  onTestModuleEnd(module: TestModule): void {
    const { collectDuration, setupDuration, duration } = module.diagnostic();
    addTimes([{ file: relative('.', module.moduleId), milliseconds: collectDuration + setupDuration + duration }]);
  }
}
