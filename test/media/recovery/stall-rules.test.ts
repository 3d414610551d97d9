import { describe, expect, it } from 'vitest';
import { nextStallAction, type StallSnapshot } from '../../../src/media/recovery/stall-rules.js';

const snapshot: StallSnapshot = {
  stalledFor: 0,
  sinceSeek: Infinity,
  paused: false,
  ended: false,
  seeking: false,
  position: 10,
  bufferedAhead: 0,
  nextRangeStart: null,
  skippedUntil: null,
  seekable: null,
  live: false,
  livePosition: null,
  duration: NaN,
  bufferedEnd: null,
  loading: false,
  waitExpected: false,
  noMediaFor: 0,
  actionsTaken: 0
};

describe('nextStallAction()', () => {
  it.each([
    ['plays when the video is paused although playback is requested', { paused: true, stalledFor: 600 }, { type: 'play' }],
    ['creates the engine again when the video reports its end during playback', { ended: true, stalledFor: 1600 }, { type: 'rebuild' }],
    ['jumps over skipped segments', { skippedUntil: 12, stalledFor: 600 }, { type: 'jump', to: 12.05 }],
    ['does not jump over a gap at once', { nextRangeStart: 12, stalledFor: 600 }, { type: 'none' }],
    ['nudges when media are buffered', { bufferedAhead: 5, stalledFor: 1600 }, { type: 'nudge', to: 10.1 }],
    ['creates the engine again when no media arrive', { stalledFor: 5000, noMediaFor: 5000 }, { type: 'rebuild' }],
    ['waits as long as a wait is expected', { stalledFor: 60_000, noMediaFor: 60_000, waitExpected: true }, { type: 'none' }]
  ] as const)('%s', (_, facts, action) => expect(nextStallAction({ ...snapshot, ...facts })).toEqual(action));
});
