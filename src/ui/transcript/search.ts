/** A part of a line, and whether it matches the query. */
interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Folds text for a search: removes case and accents. The length stays the same when the text is in composed form (NFC). */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text contains the query, ignoring case and accents. */
export const matches = (text: string, query: string): boolean => fold(text).includes(fold(query).trim());

/** Splits a text into matches and the parts between them; one part when folding changes its length. */
export function cut(text: string, query: string): Piece[] {
  const [composed, needle] = [text.normalize('NFC'), fold(query).trim()];
  const folded = fold(composed);
  if (!needle || folded.length !== composed.length) return [{ text, found: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, from)) {
    pieces.push({ text: composed.slice(from, at), found: false }, { text: composed.slice(at, at + needle.length), found: true });
    from = at + needle.length;
  }
  return [...pieces, { text: composed.slice(from), found: false }].filter(({ text: piece }) => piece !== '');
}
