import { describe, expect, it } from 'vitest';
import { clocksIn } from '../../../../src/media/engines/dash/request-kinds.js';

describe('clocksIn()', () => {
  it('reads a manifest in linear time when its quotes are unbalanced', () => {
    // After an unbalanced quote in a comment, text looks like attribute values. A scan that starts again at each element takes minutes.
    const comment = `<!-- ${'<UTCTiming '.repeat(200_000)}" -->`;
    expect(clocksIn(`<MPD>${comment}${'<Period id="p"/>'.repeat(1000)}</MPD>`, 'https://media.test/')).toEqual([]);
  });
});
