import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';
import type { Words } from './words.js';

/** The languages of the drafts. */
export const languages: Readonly<Record<string, Words>> = { en, de, fr, nl };
