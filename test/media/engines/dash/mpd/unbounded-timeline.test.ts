import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { rejectUnboundedTimelines } from '../../../../../src/media/engines/dash/mpd/unbounded-timeline.js';

type ManifestListener = (event: { manifest?: object | null }) => void;

/** Passes a parsed manifest to the check, as dash.js does; returns the code of the error, or undefined when the check accepts it. */
async function codeFor(manifest: object): Promise<string | undefined> {
  let onManifestLoaded: ManifestListener | undefined;
  let code: string | undefined;
  const player = { on: (_: string, listener: ManifestListener) => (onManifestLoaded = listener) } as unknown as MediaPlayerClass;
  rejectUnboundedTimelines(player, (error) => (code = error.code));
  onManifestLoaded!({ manifest });
  // The error is reported in a separate task.
  await new Promise((resolve) => setTimeout(resolve));
  return code;
}

describe('rejectUnboundedTimelines()', () => {
  const withRuns = (S: object[]) => ({
    mediaPresentationDuration: 64,
    Period: [{ start: 0, AdaptationSet: [{ Representation: [{ SegmentTemplate: { timescale: 1, SegmentTimeline: { S } } }] }] }]
  });

  it('refuses a timeline with endless repeats, and accepts a timeline of a day and a timeline that fills its period', async () => {
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: 9e15 }]))).toBe('manifest/malformed');
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: 43_200 }]))).toBe(undefined);
    expect(await codeFor(withRuns([{ t: 0, d: 2, r: -1 }]))).toBe(undefined);
  });

  it('checks a manifest with 300,000 periods', async () => {
    const Period = Array.from({ length: 300_000 }, (_, index) => ({ start: index, duration: 1 }));
    expect(await codeFor({ Period })).toBe(undefined);
  });
});
