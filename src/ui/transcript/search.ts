/** A piece of a line, and whether it was searched for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Letters as a search takes them: without case and accents. One for each of the text, where it is written in composed letters. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text has the words of a query in it, one after the other. */
export const matches = (text: string, query: string): boolean => fold(text).includes(fold(query).trim());

/** A text cut into what was searched for and what lies between; one piece where that cannot be told. */
export function cut(text: string, query: string): Piece[] {
  const [composed, wanted] = [text.normalize('NFC'), fold(query).trim()];
  const folded = fold(composed);
  if (!wanted || folded.length !== composed.length) return [{ text, found: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    pieces.push({ text: composed.slice(from, at), found: false }, { text: composed.slice(at, at + wanted.length), found: true });
    from = at + wanted.length;
  }
  return [...pieces, { text: composed.slice(from), found: false }].filter(({ text: piece }) => piece !== '');
}
