import { describe, it } from 'vitest';
import { canaries, expectQuadratic, most } from './hls-texts.js';

describe('hls.js with the replacements of the build', () => {
  it.each(canaries.slice(most))('canary: without the replacements, takes quadratic time for %s', { timeout: 120_000 }, expectQuadratic);
});
