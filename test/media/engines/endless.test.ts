import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { refuseEndless } from '../../../src/media/engines/dash/endless.js';

type Look = (event: { manifest?: object | null }) => void;

/** Looks at a parsed manifest as dash.js would have it done; the code of its refusal, or undefined. */
async function codeFor(manifest: object): Promise<string | undefined> {
  let look: Look | undefined;
  let code: string | undefined;
  const player = { on: (_: string, listener: Look) => (look = listener) } as unknown as MediaPlayerClass;
  refuseEndless(player, (error) => (code = error.code));
  look!({ manifest });
  // What is refused is told in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  return code;
}

describe('a manifest that dash.js would not come to the end of', () => {
  const withRuns = (S: object[]) => ({
    mediaPresentationDuration: 64,
    Period: [{ start: 0, AdaptationSet: [{ Representation: [{ SegmentTemplate: { timescale: 1, SegmentTimeline: { S } } }] }] }]
  });

  it('is refused; one of a day, and one that fills its period, are not', async () => {
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: 9e15 }]))).toBe('manifest/malformed');
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: 43_200 }]))).toBe(undefined);
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: -1 }]))).toBe(undefined);
  });

  it('is looked at whatever the number of its periods', async () => {
    const Period = Array.from({ length: 300_000 }, (_, index) => ({ start: index, duration: 1 }));
    expect(await codeFor({ Period })).toBe(undefined);
  });
});
