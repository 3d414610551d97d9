/** `npm run check [-- NAME …]`: the checks that need no browser, or only those that are named. Prints in one line what failed. */
import { runChecks } from './run-checks.mjs';

/** @type {Readonly<Record<string, import('./run-checks.mjs').Check>>} */
const checks = {
  types: { what: 'the types', command: 'tsc -p .', advice: 'Correct the lines that the log names' },
  lint: {
    what: 'the rules of ESLint',
    command: 'eslint .',
    advice: 'Correct the lines that the log names (`npx eslint --fix .` corrects some)'
  },
  format: { what: 'the format of files', command: 'prettier --check .', advice: 'Run `npx prettier --write .`' },
  size: {
    what: 'the sizes of the built files',
    command: 'node .ci/size-budget.mjs',
    advice: 'Make the file smaller, or raise its limit in .ci/size-budget.json and give the reason in the commit message'
  }
};

const requestedNames = process.argv.slice(2);
const unknownName = requestedNames.find((name) => !Object.hasOwn(checks, name));
if (unknownName !== undefined) {
  console.error(`jet-player: there is no check "${unknownName}"; the checks are ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
const requestedChecks = Object.fromEntries(
  Object.entries(checks).filter(([name]) => requestedNames.length === 0 || requestedNames.includes(name))
);
const failureMessage = await runChecks(requestedChecks);
if (failureMessage) {
  console.error(`jet-player: ${failureMessage}`);
  process.exitCode = 1;
}
