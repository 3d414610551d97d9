import { describe, expect, it } from 'vitest';
import { chooseLatency } from '../../../src/media/engines/default-latency.js';

describe('chooseLatency()', () => {
  it('covers an outage of ten seconds, leaves half of a short window, and is never less than three segments', () => {
    expect(chooseLatency(2, 60)).toBe(12);
    expect(chooseLatency(6, 60)).toBe(18);
    expect(chooseLatency(2, 20)).toBe(10);
    expect(chooseLatency(2, 6)).toBe(6);
  });
});
