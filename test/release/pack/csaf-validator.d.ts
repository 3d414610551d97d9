/** The parts of the validator that the tests use; the package has no types of its own. */
declare module '@secvisogram/csaf-validator-lib/validate.js' {
  interface TestError {
    readonly message: string;
    readonly instancePath: string;
  }
  export type DocumentTest = (document: object) => object;
  /** Runs tests with a document, and reports the errors of each by its name. */
  export default function validate(
    tests: readonly DocumentTest[],
    document: object
  ): Promise<{ readonly tests: readonly { readonly name: string; readonly errors: readonly TestError[] }[] }>;
}

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  import type { DocumentTest } from '@secvisogram/csaf-validator-lib/validate.js';
  const tests: Readonly<Record<string, DocumentTest>>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  import type { DocumentTest } from '@secvisogram/csaf-validator-lib/validate.js';
  export const csaf_2_0_strict: DocumentTest;
}
