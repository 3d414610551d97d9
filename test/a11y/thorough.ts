/** Whether every state is looked at, as `npm run test:access` does; `npm test` looks at those that differ most. */
export const thorough = process.env.ACCESS === 'all';

/** The states to look at: always `most`, and `others` when there is time. */
export const states = (most: readonly string[], others: readonly string[]): readonly string[] => (thorough ? [...most, ...others] : most);
