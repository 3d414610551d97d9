import { describe, expect, it } from 'vitest';
import { epochMs, videoSegmentOf, liveWindow, parseWindow, isSegmentAvailable } from '../../demo/server/live.mjs';

/** Returns the time `seconds` after the epoch of the channel, in milliseconds since 1970. */
const timeAfterEpoch = (seconds: number) => epochMs + seconds * 1000;

describe('the live window', () => {
  it('ends with the last complete segment', () => {
    expect(liveWindow(timeAfterEpoch(600)).last).toBe(299);
    expect(liveWindow(timeAfterEpoch(600) - 1).last).toBe(298);
    expect(liveWindow(timeAfterEpoch(601.999)).last).toBe(299);
  });

  it('is as long as requested, and never starts before the channel', () => {
    expect(liveWindow(timeAfterEpoch(600), 60)).toEqual({ first: 270, last: 299 });
    expect(liveWindow(timeAfterEpoch(600), 20)).toEqual({ first: 290, last: 299 });
    expect(liveWindow(timeAfterEpoch(10), 60)).toEqual({ first: 0, last: 4 });
  });

  it('takes its length from the query, within limits', () => {
    expect(parseWindow(null)).toBe(60);
    expect(parseWindow('')).toBe(60);
    expect(parseWindow('a minute')).toBe(60);
    expect(parseWindow('121')).toBe(120);
    expect(parseWindow('-5')).toBe(10);
    expect(parseWindow('1e9')).toBe(86_400);
  });
});

describe('a live segment', () => {
  it('is available once it is complete, and for the length of a window after it has left the window', () => {
    const now = timeAfterEpoch(600);
    expect(isSegmentAvailable(299, now)).toBe(true);
    expect(isSegmentAvailable(300, now)).toBe(false);
    expect(isSegmentAvailable(240, now)).toBe(true);
    expect(isSegmentAvailable(239, now)).toBe(false);
    expect(isSegmentAvailable(-1, timeAfterEpoch(4))).toBe(false);
    expect(isSegmentAvailable(1.5, timeAfterEpoch(10))).toBe(false);
  });

  it('loops the segments of the video, each loop one duration later', () => {
    expect(videoSegmentOf(0)).toEqual({ file: 1, shiftSeconds: 0 });
    expect(videoSegmentOf(31)).toEqual({ file: 32, shiftSeconds: 0 });
    expect(videoSegmentOf(32)).toEqual({ file: 1, shiftSeconds: 64 });
    expect(videoSegmentOf(32 * 1_000_000 + 5)).toEqual({ file: 6, shiftSeconds: 64_000_000 });
  });
});
