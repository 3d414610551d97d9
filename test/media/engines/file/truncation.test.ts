import { describe, expect, it } from 'vitest';
import { endsTooEarly } from '../../../../src/media/engines/file/truncation.js';

describe('endsTooEarly()', () => {
  it.each([
    ['a file that was cut off in the middle', 30, 60],
    ['a short file without any packet', 0, 4],
    ['a long file without its last sixth', 3000, 3600]
  ])('returns true for %s', (_, end, duration) => expect(endsTooEarly(end, duration)).toBe(true));

  it.each([
    ['a whole file', 60, 60],
    ['a file whose duration is rounded', 3.2, 4],
    ['a long file whose duration is inexact by a minute', 3540, 3600],
    ['a file that is longer than its duration', 61, 60]
  ])('returns false for %s', (_, end, duration) => expect(endsTooEarly(end, duration)).toBe(false));
});
