/** Whether every state is tested, as `npm run test:access` does; `npm test` tests the ones that differ most. */
export const thorough = process.env.ACCESS === 'all';

/** The states to test: always `most`, and `others` in the thorough run. */
export const states = (most: readonly string[], others: readonly string[]): readonly string[] => (thorough ? [...most, ...others] : most);
