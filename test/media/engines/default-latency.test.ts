import { describe, expect, it } from 'vitest';
import { defaultLatency } from '../../../src/media/engines/default-latency.js';

describe('defaultLatency()', () => {
  it('returns enough for an outage of ten seconds, half of a short window, and never less than three segments', () => {
    expect(defaultLatency(2, 60)).toBe(12);
    expect(defaultLatency(6, 60)).toBe(18);
    expect(defaultLatency(2, 20)).toBe(10);
    expect(defaultLatency(2, 6)).toBe(6);
  });
});
