import { describe, it } from 'vitest';
import { canaries, expectQuadratic, representativeCount } from './hls-texts.js';

describe('hls.js with the replacements of the build', () => {
  it.each(canaries.slice(representativeCount))(
    'canary: takes quadratic time without the replacements for %s',
    { timeout: 120_000 },
    expectQuadratic
  );
});
