import { describe, expect, it } from 'vitest';
import { segmentAt } from '../../../src/media/prefetch/segment-template.js';

const representation = { RepresentationID: 'v1', Bandwidth: '900000' };

describe('segmentAt()', () => {
  it('counts segments of equal duration from startNumber, and replaces the $ identifiers', () => {
    const attributes = {
      timescale: '90000',
      duration: '180000',
      startNumber: '5',
      initialization: '$RepresentationID$/init.mp4',
      media: '$RepresentationID$-$Bandwidth$/$Number%05d$.m4s?cost=$$1'
    };
    expect(segmentAt({ attributes, runs: [], representation }, 0)).toEqual({ init: 'v1/init.mp4', media: 'v1-900000/00005.m4s?cost=$1' });
    expect(segmentAt({ attributes, runs: [], representation }, 7.9).media).toBe('v1-900000/00008.m4s?cost=$1');
  });

  it('follows a timeline with repeats, a gap and an offset', () => {
    const attributes = { timescale: '10', presentationTimeOffset: '100', media: '$Number$-$Time$.m4s' };
    const runs = [
      { start: 100, duration: 20, repeat: 2 },
      { start: 200, duration: 40, repeat: -1 }
    ];
    const mediaAt = (seconds: number) => segmentAt({ attributes, runs, representation }, seconds).media;
    expect([mediaAt(0), mediaAt(2), mediaAt(5.9), mediaAt(10), mediaAt(14.1)]).toEqual([
      '1-100.m4s',
      '2-120.m4s',
      '3-140.m4s',
      '4-200.m4s',
      '5-240.m4s'
    ]);
  });

  it('pads a number to 20 digits at most', () => {
    const attributes = { duration: '2', media: '$Number%0500000000d$.m4s' };
    expect(segmentAt({ attributes, runs: [], representation }, 0).media).toBe('00000000000000000001.m4s');
  });

  it('returns empty URLs when the template has none', () => {
    expect(segmentAt({ attributes: {}, runs: [], representation }, 0)).toEqual({ init: '', media: '' });
  });
});
