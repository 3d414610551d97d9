import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { tests, type TestName } from './tests.js';

/** A test that ran; `titles` begins with the title of the outermost `describe`, and ends with that of the test. */
export interface Outcome {
  readonly file: string;
  readonly titles: readonly string[];
  readonly passed: boolean;
}

const folder = 'test-results/conformance';

interface PlaywrightSuite {
  readonly specs?: readonly { readonly title: string; readonly ok: boolean; readonly file: string }[];
  readonly suites?: readonly PlaywrightSuite[];
}

const specsIn = ({ specs = [], suites = [] }: PlaywrightSuite): Outcome[] => [
  ...specs.map(({ title, ok, file }) => ({ file: `test/${file}`, titles: [title], passed: ok })),
  ...suites.flatMap(specsIn)
];

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly ancestorTitles: string[]; readonly title: string; readonly status: string }[];
  }[];
}

const read = <Type>(file: string): Type => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Type;

const run = (command: readonly string[], env: Readonly<Record<string, string>> = {}): void =>
  void spawnSync('npx', command, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } });

/** Runs the tests that the table names, each with its runner, and returns their outcomes. */
export function runTests(): Outcome[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [...new Set(Object.values(tests).map(({ file }) => file))];
  const pages = files.filter((file) => file.endsWith('.spec.ts'));
  const components = files.filter((file) => file.endsWith('.browser.test.ts'));
  const units = files.filter((file) => !pages.includes(file) && !components.includes(file));
  run(['playwright', 'test', ...pages, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${folder}/pages.json`
  });
  run(['web-test-runner', '--config', 'test/promises/a11y/conformance/web-test-runner.config.mjs', '--files', ...components], {
    CONFORMANCE_RESULTS: `${folder}/components.json`
  });
  run(['vitest', 'run', ...units, '--reporter=default', '--reporter=json', `--outputFile.json=${folder}/units.json`]);
  const unitOutcomes = read<VitestReport>('units.json').testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: relative(process.cwd(), name),
      titles: [...ancestorTitles, title],
      passed: status === 'passed'
    }))
  );
  return [...read<PlaywrightSuite>('pages.json').suites!.flatMap(specsIn), ...read<Outcome[]>('components.json'), ...unitOutcomes];
}

/** Returns a function that says whether a test of the table has failed. A test that did not run has failed. */
export const hasFailedIn = (outcomes: readonly Outcome[]) => (name: TestName) => {
  const { file, title } = tests[name];
  const matchingOutcomes = outcomes.filter((outcome) => outcome.file === file && outcome.titles.some((part) => part.startsWith(title)));
  return matchingOutcomes.length === 0 || matchingOutcomes.some(({ passed }) => !passed);
};
