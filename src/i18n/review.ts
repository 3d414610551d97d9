/** The review status of a language: the `source` itself, `reviewed` by a native speaker, or a `draft` that is not reviewed yet. */
type Review = 'source' | 'reviewed' | 'draft';

/**
 * Whether a native speaker has reviewed a language's texts. None is reviewed so far: English is the source, and all others are machine
 * translations. They are complete, but may be wrong or unidiomatic. A review changes the entry here together with the texts.
 */
export const review: Readonly<Record<string, Review>> = {
  ar: 'draft',
  bg: 'draft',
  cs: 'draft',
  da: 'draft',
  de: 'draft',
  el: 'draft',
  en: 'source',
  es: 'draft',
  et: 'draft',
  fi: 'draft',
  fr: 'draft',
  ga: 'draft',
  he: 'draft',
  hr: 'draft',
  hu: 'draft',
  it: 'draft',
  ja: 'draft',
  lt: 'draft',
  lv: 'draft',
  mt: 'draft',
  nl: 'draft',
  pl: 'draft',
  pt: 'draft',
  ro: 'draft',
  sk: 'draft',
  sl: 'draft',
  sv: 'draft',
  tr: 'draft',
  uk: 'draft',
  zh: 'draft'
};
