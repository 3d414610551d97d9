import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FoundElement } from '../../src/cli/audit/driver/elements.js';
import { plays } from '../../src/cli/audit/driver/media.js';

/** Returns a video that a busy machine takes `checkMs` to read, and that begins to play after `startMs`. */
function slowVideo(checkMs: number, startMs: number): () => Promise<FoundElement> {
  const opened = Date.now();
  const state = () => {
    const watched = Math.max(0, Date.now() - opened - startMs) / 1000;
    return { watched, paused: watched === 0, time: watched, duration: 60, failed: false };
  };
  const trySend = (method: string) =>
    Promise.resolve(method === 'DOM.resolveNode' ? { object: { objectId: '1' } } : { result: { value: state() } });
  const video = { target: { session: { trySend } }, node: 1, tag: 'VIDEO', attributes: new Map() } as unknown as FoundElement;
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, checkMs));
    return video;
  };
}

/** Runs `plays` with a limit of eight seconds, without waiting for them. */
async function playsWithin8Seconds(checkMs: number, startMs: number): Promise<boolean> {
  vi.useFakeTimers();
  const result = plays(slowVideo(checkMs, startMs), 8000, new AbortController().signal);
  await vi.runAllTimersAsync();
  return result;
}

describe('plays()', () => {
  afterEach(() => void vi.useRealTimers());

  it('waits longer for a page on a busy machine, where each check takes long', async () => {
    expect(await playsWithin8Seconds(1000, 20_000)).toBe(true);
  });

  it('canary: does not wait longer than the limit when the checks take no time', async () => {
    expect(await playsWithin8Seconds(0, 7000)).toBe(true);
    expect(await playsWithin8Seconds(0, 9000)).toBe(false);
  });
});
