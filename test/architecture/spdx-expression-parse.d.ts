/** The parser of SPDX expressions, which has no types of its own. */
declare module 'spdx-expression-parse' {
  /** A licence, perhaps with an exception, or two expressions joined by `and` or `or`. */
  export type LicenseExpression =
    | { readonly license: string; readonly exception?: string; readonly plus?: true }
    | { readonly left: LicenseExpression; readonly conjunction: 'and' | 'or'; readonly right: LicenseExpression };
  /** @throws Error if the text is not a valid expression of known identifiers */
  export default function parse(text: string): LicenseExpression;
}
