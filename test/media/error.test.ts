import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/media/error.js';

describe('errorCodes', () => {
  it('lists each code once', () => expect([...new Set(errorCodes)]).toEqual([...errorCodes]));
});
