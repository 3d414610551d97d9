import { en, type Messages } from './en.js';

/** The languages of the player, each fetched when it is first needed. A new one is one file and one line here. */
export const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  de: () => import('./de.js').then(({ de }) => de),
  en: () => Promise.resolve(en),
  fr: () => import('./fr.js').then(({ fr }) => fr),
  nl: () => import('./nl.js').then(({ nl }) => nl)
};
