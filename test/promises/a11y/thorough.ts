/** Whether every state is tested, as in `npm run test:access`. `npm test` tests the states that differ most from each other. */
export const testsAllStates = process.env.ACCESS === 'all';

/** Returns the states to test: always `most`, and `others` if all states are tested. */
export const statesToTest = (most: readonly string[], others: readonly string[]): readonly string[] =>
  testsAllStates ? [...most, ...others] : most;
