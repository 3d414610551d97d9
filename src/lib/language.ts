/** Returns a language tag (BCP 47) in lower case and in its canonical form: `en` for `eng`. A tag that is not valid is only lower-cased. */
export function canonicalLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!.toLowerCase();
  } catch {
    return tag.toLowerCase();
  }
}
