/** A text for each of the plural categories a language has; `other` speaks for those that are not named. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Picks the text that the language `lang` takes for this many, by the plural rules of Unicode CLDR. */
export function plural(lang: string, count: number, forms: Forms): string {
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
