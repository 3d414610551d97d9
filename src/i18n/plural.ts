/** A text for each plural category of a language; `other` is used for categories that are not listed. */
type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Returns the text for a count in the language `lang`, by the plural rules of Unicode CLDR. */
export function plural(lang: string, count: number, forms: PluralForms): string {
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
