import { describe, expect, it } from 'vitest';
import { clocksIn } from '../../../src/media/engines/dash/kinds.js';

describe('the clocks of a manifest that means harm', () => {
  it('are looked for in one pass, whatever its quotes', () => {
    // One odd quote in a comment turns all that follows inside out; to begin again at every element took minutes.
    const comment = `<!-- ${'<UTCTiming '.repeat(200_000)}" -->`;
    expect(clocksIn(`<MPD>${comment}${'<Period id="p"/>'.repeat(1000)}</MPD>`, 'https://media.test/')).toEqual([]);
  });
});
