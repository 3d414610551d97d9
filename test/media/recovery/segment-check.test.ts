import { expect, it } from 'vitest';
import { TruncationCheck, isNotMedia } from '../../../src/media/recovery/segment-check.js';

const box = (size: number, type: string) => Uint8Array.of(0, 0, 0, size, ...new TextEncoder().encode(type), ...new Uint8Array(size - 8));

it('TruncationCheck reports a truncated segment and not a complete one', () => {
  const check = new TruncationCheck();
  check.add(box(16, 'moof'));
  expect(check.truncated).toBe(false);
  check.add(box(40, 'mdat').subarray(0, 20));
  expect(check.truncated).toBe(true);
});

it('isNotMedia() returns true for an HTML page and false for media', () => {
  expect(isNotMedia(new TextEncoder().encode('\n<!DOCTYPE html><html>'))).toBe(true);
  expect(isNotMedia(box(16, 'moof'))).toBe(false);
});
