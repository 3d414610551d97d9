/** A part of a line, and whether it matches the query. */
interface LinePiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Folds text for a search: removes case and accents. The length stays the same when the text is in composed form (NFC). */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text contains the query, ignoring case and accents. */
export const matches = (text: string, query: string): boolean => fold(text).includes(fold(query).trim());

/** Splits a text into matches and the parts between them; one part when folding changes its length. */
export function splitAtMatches(text: string, query: string): LinePiece[] {
  const [composed, needle] = [text.normalize('NFC'), fold(query).trim()];
  const folded = fold(composed);
  if (!needle || folded.length !== composed.length) return [{ text, isMatch: false }];
  const pieces: LinePiece[] = [];
  let endOfLastMatch = 0;
  for (let matchIndex = folded.indexOf(needle); matchIndex >= 0; matchIndex = folded.indexOf(needle, endOfLastMatch)) {
    pieces.push(
      { text: composed.slice(endOfLastMatch, matchIndex), isMatch: false },
      { text: composed.slice(matchIndex, matchIndex + needle.length), isMatch: true }
    );
    endOfLastMatch = matchIndex + needle.length;
  }
  return [...pieces, { text: composed.slice(endOfLastMatch), isMatch: false }].filter(({ text: piece }) => piece !== '');
}
