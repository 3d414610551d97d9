import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { leaveEndToVideo } from '../../../../src/media/engines/dash/last-period-end.js';

/** Returns the time to the end that dash.js reads, in seconds, for a period that ends at 60 s. */
function timeToEnd({ position = 60.005, isLast = true, isDynamic = false, streamInfo = undefined as unknown }): number {
  const player = { isDynamic: () => isDynamic, getActiveStream: () => ({ getStreamInfo: () => ({ isLast }) }) };
  return leaveEndToVideo(player as unknown as MediaPlayerClass, () => 60 - position)(streamInfo);
}

describe('leaveEndToVideo()', () => {
  it('lets dash.js declare no end of a presentation', () => {
    expect(timeToEnd({})).toBeGreaterThan(0);
    expect(timeToEnd({ position: 60 })).toBeGreaterThan(0);
  });

  it.each([
    ['another period follows', { isLast: false }],
    ['the presentation is live', { isDynamic: true }],
    ['dash.js asks about a given period', { streamInfo: {} }]
  ])('leaves the end to dash.js when %s', (_, options) => {
    expect(timeToEnd(options)).toBeLessThanOrEqual(0);
  });

  it('changes no time before the end', () => {
    expect(timeToEnd({ position: 40 })).toBe(20);
  });
});
