/** What a language's texts have been through: the `source` itself, `reviewed` by a native speaker, or a `draft` none has read yet. */
export type Review = 'source' | 'reviewed' | 'draft';

/**
 * Whether a native speaker has reviewed a language's texts. None has, so far: English is the source, and all others are drafts
 * written by a machine. They are complete, and they may be wrong or sound odd. A review changes its line here along with the texts.
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
