/** The details of a test that only `npm run test:all` runs: a variant of a test that `npm test` runs. */
export const wide = { tag: '@wide' } as const;

/** The details of a test of a table, in which `npm test` runs the representative rows only. */
export const wideUnless = (representative: boolean): { readonly tag?: '@wide' } => (representative ? {} : wide);
