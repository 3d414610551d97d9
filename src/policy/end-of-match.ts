/** Returns the index after the match of a sticky pattern at `from`; `from` itself without a match. */
export function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
