import { beforeEach, describe, expect, it } from 'vitest';
import type { TimeRange } from '../../../src/lib/time-ranges.js';
import { MissingSegments, type SegmentRef } from '../../../src/media/recovery/missing-segments.js';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import type { MissingSegmentHandler } from '../../../src/media/recovery/missing-segment-handler.js';

const responses = { 'switch-rendition': 'pending-response', skip: 'empty-segment', none: 'error-response' } as const;

const segment = (rendition: string, start: number): SegmentRef => ({
  type: 'video',
  rendition,
  position: String(start),
  start,
  end: start + 2
});

describe('MissingSegments', () => {
  let failedAttempts = 0;
  let missingSegments: MissingSegments;
  let handler: MissingSegmentHandler;
  const guard = {
    base: new URL('https://page.example/'),
    handleMissingSegments: (newHandler: MissingSegmentHandler) => (handler = newHandler)
  };
  const context = { guard, withdrawn: [] as TimeRange[], monitor: { health: new HealthCounters(), failAttempt: () => failedAttempts++ } };

  beforeEach(() => {
    failedAttempts = 0;
    missingSegments = new MissingSegments(context as never, responses, () => 2);
  });

  it('switches the rendition for a missing segment, and skips the segment when it is missing there too', () => {
    missingSegments.announceSegment('a', segment('high', 8));
    missingSegments.announceSegment('b', segment('low', 8));
    expect(handler.onMissingSegment('a')).toBe('pending-response');
    expect(handler.onMissingSegment('b')).toBe('empty-segment');
    expect(missingSegments.skippedUntil(7.9)).toBe(10);
    expect(missingSegments.skippedUntil(10)).toBe(null);
  });

  it('skips the segments inside a withdrawn passage before they are requested, as many as there are', () => {
    const markedIds: string[] = [];
    const withdrawing = {
      ...context,
      guard: { ...guard, markMissing: (id: string) => markedIds.push(id) },
      withdrawn: [{ start: 3, end: 40 }]
    };
    missingSegments = new MissingSegments(withdrawing as never, responses, () => 2);
    for (let start = 0; start <= 40; start += 2) missingSegments.announceSegment(String(start), segment('high', start));
    expect(markedIds).toEqual(Array.from({ length: 18 }, (_, index) => String(4 + 2 * index)));
    expect(markedIds.map((id) => handler.onMissingSegment(id))).toEqual(markedIds.map(() => 'empty-segment'));
    expect(missingSegments.skippedUntil(3)).toBe(40);
    expect(failedAttempts).toBe(0);
    expect(withdrawing.monitor.health.current.skips).toBe(context.monitor.health.current.skips);
  });

  it('distinguishes the segments of one file by their byte ranges', () => {
    const [first, second] = ['bytes=0-99', 'bytes=100-199'].map((range) => missingSegments.segmentIdOf('film.mp4', range));
    missingSegments.announceSegment(first!, segment('high', 0));
    missingSegments.announceSegment(second!, segment('high', 2));
    handler.onMissingSegment(first!);
    expect(missingSegments.decisionOn(first!)).toBe('switch-rendition');
    expect(missingSegments.decisionOn(second!)).toBe('none');
  });

  it('joins consecutive missing segments to one gap, and fails the attempt after too many', () => {
    for (let start = 0; start <= 10; start += 2) {
      for (const rendition of ['high', 'low']) {
        missingSegments.announceSegment(`${rendition} ${start}`, segment(rendition, start));
        handler.onMissingSegment(`${rendition} ${start}`);
      }
    }
    expect(missingSegments.skippedUntil(3)).toBe(12);
    expect(handler.missingSegmentFacts('low 10').skipped).toBe(6);
    expect(failedAttempts).toBe(1);
  });

  it('reports that the segment before an unlisted one is missing, until a segment arrives', () => {
    const missingBefore = (id: string, unlisted: boolean) => {
      missingSegments.announceSegment(id, { ...segment('high', 10), unlisted });
      return handler.missingSegmentFacts(id).missingBefore;
    };
    expect(missingBefore('c', true)).toBe(0);
    for (const rendition of ['high', 'low']) {
      missingSegments.announceSegment(rendition, segment(rendition, 8));
      handler.onMissingSegment(rendition);
    }
    expect([missingBefore('c', true), missingBefore('d', false)]).toEqual([1, 0]);
    missingSegments.recordArrival('video');
    expect(missingBefore('c', true)).toBe(0);
  });

  it('fails the attempt when the init segments of all renditions are missing', () => {
    const initSegment = (rendition: string) => ({ ...segment(rendition, 0), position: 'head', end: 0 });
    missingSegments.announceSegment('a', initSegment('high'));
    missingSegments.announceSegment('b', initSegment('low'));
    expect([handler.onMissingSegment('a'), failedAttempts]).toEqual(['pending-response', 0]);
    expect([handler.onMissingSegment('b'), failedAttempts]).toEqual(['error-response', 1]);
  });
});
