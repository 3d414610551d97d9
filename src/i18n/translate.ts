import { en, type Messages } from './en.js';
import { languages } from './index.js';

/** Finds the language the player has for a BCP 47 tag: `nl-BE` is `nl`; what it does not have is `en`. */
export function languageFor(tag: string): string {
  const parts = tag.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length--) {
    const candidate = parts.slice(0, length).join('-');
    if (Object.hasOwn(languages, candidate)) return candidate;
  }
  return en.lang;
}

/** Brings the texts for a BCP 47 tag. Never rejects: a language that cannot be loaded is English, which is always here. */
export async function translate(tag: string): Promise<Messages> {
  try {
    return (await languages[languageFor(tag)]?.()) ?? en;
  } catch {
    return en;
  }
}
