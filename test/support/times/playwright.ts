import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { addTimes } from './add-times.mjs';

/** Reporter of Playwright for `addTimes`. The time of a file is that of its tests together, with every try. */
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
