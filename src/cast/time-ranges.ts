/** A list of at most one stretch of time in seconds, in the shape of the browser's own. */
export function timeRanges(start = 0, end = start): TimeRanges {
  const length = end > start ? 1 : 0;
  const at = (seconds: number) => (index: number) => {
    if (index >= length) throw new DOMException('There is no such range.', 'IndexSizeError');
    return seconds;
  };
  return { length, start: at(start), end: at(end) };
}
