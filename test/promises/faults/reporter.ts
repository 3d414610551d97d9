import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Outcome, Subject } from './scenario.js';
import { scenarios } from './scenarios.js';
import { renderTable } from './table.js';

const orderedSubjects: readonly Subject[] = ['jet:hls', 'jet:dash', 'hls.js', 'dash.js'];

/** Reporter of Playwright that prints the table at the end of a run, and writes all outcomes to `test-results/faults.json`. */
export default class FaultReporter implements Reporter {
  readonly #outcomes: Outcome[] = [];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations)
      if (type === 'outcome' && description) this.#outcomes.push(JSON.parse(description) as Outcome);
  }

  onEnd(): void {
    if (this.#outcomes.length === 0) return;
    const subjects = orderedSubjects.filter((subject) => this.#outcomes.some((outcome) => outcome.subject === subject));
    mkdirSync('test-results', { recursive: true });
    writeFileSync('test-results/faults.json', `${JSON.stringify(this.#outcomes, null, 2)}\n`);
    console.log(
      `\nSeconds until the error, or of all stalls / until playback resumed.\n\n${renderTable(scenarios, subjects, this.#outcomes)}\n`
    );
  }
}
