/**
 * The stages of a check, in their order. `changes` and `census` compare the two versions; the others are commands, run in the copy of the
 * project. `runner` names the test runner whose results are read, `ownLog` a log that the command writes itself.
 * @type {Readonly<Record<string, { what: string, command?: string, ownLog?: string, runner?: 'vitest' | 'playwright', needsBuild?: true }>>}
 */
export const stages = {
  changes: { what: 'the changes of the engine that the build makes' },
  census: { what: 'what the engine asks of its realm' },
  build: { what: 'the build', command: 'node build/main.mjs', ownLog: '.cache/build.log' },
  size: { what: 'the sizes of the built files', command: 'node .ci/size-budget.mjs', needsBuild: true },
  files: { what: 'the tests of the built files', command: 'npx vitest run test/release/build', runner: 'vitest', needsBuild: true },
  linear: { what: 'the tests of linear time', command: 'npx vitest run test/promises/linear', runner: 'vitest' },
  hostile: { what: 'the hostile set', command: 'npx playwright test --project=hostile', runner: 'playwright', needsBuild: true },
  matrix: {
    what: 'the fault matrix',
    command: 'node test/promises/faults/run.mjs matrix',
    runner: 'playwright',
    needsBuild: true
  }
};

export const stageNames = Object.keys(stages);

/** Returns the stages that a selection runs: those that are named, and the build if one of them needs it. @param {readonly string[]} names */
export const withBuild = (names) =>
  stageNames.filter((name) => names.includes(name) || (name === 'build' && names.some((each) => stages[each].needsBuild)));
