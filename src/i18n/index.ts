import { en, type Messages } from './locales/en.js';

/**
 * The player's languages, each loaded on first use. A new language needs its file in `locales/`, an entry here, one in `ai-labels.ts`
 * and one in `review.ts`; if it is written from right to left, also one in `directionOf` of `format.ts`.
 */
export const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./locales/ar.js').then(({ ar }) => ar),
  bg: () => import('./locales/bg.js').then(({ bg }) => bg),
  cs: () => import('./locales/cs.js').then(({ cs }) => cs),
  da: () => import('./locales/da.js').then(({ da }) => da),
  de: () => import('./locales/de.js').then(({ de }) => de),
  el: () => import('./locales/el.js').then(({ el }) => el),
  en: () => Promise.resolve(en),
  es: () => import('./locales/es.js').then(({ es }) => es),
  et: () => import('./locales/et.js').then(({ et }) => et),
  fi: () => import('./locales/fi.js').then(({ fi }) => fi),
  fr: () => import('./locales/fr.js').then(({ fr }) => fr),
  ga: () => import('./locales/ga.js').then(({ ga }) => ga),
  he: () => import('./locales/he.js').then(({ he }) => he),
  hr: () => import('./locales/hr.js').then(({ hr }) => hr),
  hu: () => import('./locales/hu.js').then(({ hu }) => hu),
  it: () => import('./locales/it.js').then(({ it }) => it),
  ja: () => import('./locales/ja.js').then(({ ja }) => ja),
  lt: () => import('./locales/lt.js').then(({ lt }) => lt),
  lv: () => import('./locales/lv.js').then(({ lv }) => lv),
  mt: () => import('./locales/mt.js').then(({ mt }) => mt),
  nl: () => import('./locales/nl.js').then(({ nl }) => nl),
  pl: () => import('./locales/pl.js').then(({ pl }) => pl),
  pt: () => import('./locales/pt.js').then(({ pt }) => pt),
  ro: () => import('./locales/ro.js').then(({ ro }) => ro),
  sk: () => import('./locales/sk.js').then(({ sk }) => sk),
  sl: () => import('./locales/sl.js').then(({ sl }) => sl),
  sv: () => import('./locales/sv.js').then(({ sv }) => sv),
  tr: () => import('./locales/tr.js').then(({ tr }) => tr),
  uk: () => import('./locales/uk.js').then(({ uk }) => uk),
  zh: () => import('./locales/zh.js').then(({ zh }) => zh)
};
