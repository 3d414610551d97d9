import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { addTimes } from './add-times.mjs';

/** Reporter of Playwright that records durations with `addTimes`. The time of a file is the sum of its tests, retries included. */
export default class TimesReporter implements Reporter {
  readonly #files = new Map<string, number>();

  onTestEnd({ location, title }: TestCase, { duration }: TestResult): void {
    const file = relative('.', location.file);
    this.#files.set(file, (this.#files.get(file) ?? 0) + duration);
    addTimes([{ file, test: title, milliseconds: duration }]);
  }

  onEnd(): void {
    addTimes([...this.#files].map(([file, milliseconds]) => ({ file, milliseconds })));
  }
}
