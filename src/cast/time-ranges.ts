/** Returns a `TimeRanges` of at most one range, in seconds. */
export function timeRanges(start = 0, end = start): TimeRanges {
  const length = end > start ? 1 : 0;
  const valueAt = (seconds: number) => (index: number) => {
    if (index >= length) throw new DOMException('There is no such range.', 'IndexSizeError');
    return seconds;
  };
  return { length, start: valueAt(start), end: valueAt(end) };
}
