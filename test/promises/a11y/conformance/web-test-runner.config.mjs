import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import base from '../../../../web-test-runner.config.mjs';

const testsIn = (file, { tests, suites }, groups = []) => [
  ...tests.map(({ name, passed }) => ({ file, titles: [...groups, name], passed })),
  ...suites.flatMap((suite) => testsIn(file, suite, [...groups, suite.name]))
];

/** The configuration of the component tests, with a reporter that writes the outcomes to the file that `CONFORMANCE_RESULTS` names. */
export default {
  ...base,
  rootDir: process.cwd(),
  reporters: [
    defaultReporter(),
    {
      onTestRunFinished({ sessions }) {
        const outcomes = sessions.flatMap(({ testFile, testResults }) =>
          testResults ? testsIn(relative(process.cwd(), testFile), testResults) : []
        );
        writeFileSync(process.env.CONFORMANCE_RESULTS, JSON.stringify(outcomes));
      }
    }
  ]
};
