import { describe, expect, it } from 'vitest';
import { clocksIn } from '../../../../src/media/engines/dash/request-kinds.js';

describe('clocksIn()', () => {
  it('reads a manifest in linear time when its quotes are unbalanced', () => {
    // An unbalanced quote in a comment makes text look like attribute values; scanning again from each element took minutes.
    const comment = `<!-- ${'<UTCTiming '.repeat(200_000)}" -->`;
    expect(clocksIn(`<MPD>${comment}${'<Period id="p"/>'.repeat(1000)}</MPD>`, 'https://media.test/')).toEqual([]);
  });
});
