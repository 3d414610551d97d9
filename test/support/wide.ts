/** The details of a test that is a variant of another test: `npm test` leaves it out, `npm run test:all` runs it. */
export const wide = { tag: '@wide' } as const;

/** Returns the details of a test that may be a variant of another test. */
export const wideIf = (variant: boolean): { readonly tag?: '@wide' } => (variant ? wide : {});

/** Returns the details of a test that is repeated for the rows of a table: `npm test` runs the representative rows only. */
export const wideUnless = (representative: boolean): { readonly tag?: '@wide' } => wideIf(!representative);
