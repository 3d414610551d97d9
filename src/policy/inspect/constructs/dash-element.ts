import type { Element } from '../xml.js';

export const undefinedIfEmpty = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);

/** The text of an element: all of it, and the part after its last comment or child, which is what dash.js reads. */
export const textsOf = (element: Element): string[] => [...new Set([element.text.trim(), element.lastText])].filter(Boolean);

/** Returns a function that returns an element's values of these attributes, except empty ones, whatever the prefix of their name is. */
export const valuesOf =
  (...names: readonly string[]) =>
  (element: Element): string[] =>
    [...element.attributes]
      .filter(([name, value]) => value !== '' && names.includes(name.slice(name.indexOf(':') + 1)))
      .map(([, value]) => value);

export const schemeOf = (element: Element): string => element.attributes.get('schemeIdUri') ?? '';
export const urlsIn = (value = ''): string[] => value.split(/\s+/).filter(Boolean);

/** The bytes that an element contains as Base64, one character for each; empty if its text is no Base64. */
export function decodedBase64({ text: inner }: Element): string {
  try {
    return atob(inner);
  } catch {
    return '';
  }
}
