import { en, type Messages } from './locales/en.js';
import { languages } from './index.js';

/** Returns the player's language for a BCP 47 tag: `nl` for `nl-BE`, and `en` when the player does not have it. */
export function languageFor(tag: string): string {
  const parts = tag.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length--) {
    const candidate = parts.slice(0, length).join('-');
    if (Object.hasOwn(languages, candidate)) return candidate;
  }
  return en.lang;
}

/** Loads the texts for a BCP 47 tag. Never rejects: falls back to English, which is always loaded. */
export async function loadMessages(tag: string): Promise<Messages> {
  try {
    return (await languages[languageFor(tag)]?.()) ?? en;
  } catch {
    return en;
  }
}
