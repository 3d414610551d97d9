import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../../src/media/recovery/attempt.js';
import { CutCheck, isForeign } from '../../../src/media/recovery/body-check.js';
import { liveEpoch, restarted } from '../../../src/media/recovery/live-epoch.js';
import {
  afterFailedRequest,
  afterFailedSource,
  afterStill,
  backoff,
  limits,
  type FailedRequest,
  type Sight
} from '../../../src/media/recovery/policy.js';

const request: FailedRequest = { kind: 'segment', cause: 'lost', tried: 0, age: 0, starved: 0, starving: true, live: false };
const sight: Sight = {
  still: 0,
  paused: false,
  ended: false,
  seeking: false,
  current: 10,
  ahead: 0,
  next: null,
  known: null,
  window: null,
  live: false,
  edge: null,
  excused: false,
  silent: 0,
  steps: 0
};

describe('the policy for a request', () => {
  it('asks about once a second as long as somebody waits, and ever more rarely otherwise', () => {
    expect(afterFailedRequest({ ...request, tried: 9 }, 1)).toEqual({ again: 1000 });
    expect(afterFailedRequest({ ...request, tried: 9, starving: false }, 1)).toEqual({ again: 15_000 });
    expect(backoff(0, 15_000, 0)).toBe(250);
  });

  it('lets nobody starve for longer than the limit, unless it is live', () => {
    expect(afterFailedRequest({ ...request, starved: limits.starving })).toBe('gone');
    expect(afterFailedRequest({ ...request, starved: 1e9, live: true })).toHaveProperty('again');
  });

  it('asks three times for a missing segment, and for a live one as long as it may still come', () => {
    expect([0, 1].map((tried) => typeof afterFailedRequest({ ...request, cause: 'missing', tried }))).toEqual(['object', 'object']);
    expect(afterFailedRequest({ ...request, cause: 'missing', tried: 2 })).toBe('missing');
    expect(afterFailedRequest({ ...request, cause: 'missing', live: true, tried: 5, age: 1000 })).toHaveProperty('again');
    expect(afterFailedRequest({ ...request, cause: 'missing', live: true, age: limits.liveSegment })).toBe('missing');
    expect(afterFailedRequest({ ...request, cause: 'missing', live: true, age: limits.liveSegment, missed: 1 })).toHaveProperty('again');
    expect(afterFailedRequest({ ...request, cause: 'missing', live: true, age: limits.livePause, missed: 9 })).toBe('missing');
  });

  it('heeds Retry-After within limits', () => {
    expect(afterFailedRequest({ ...request, cause: 'busy', retryAfter: 3000 }, 0)).toEqual({ again: 3000 });
    expect(afterFailedRequest({ ...request, cause: 'busy', retryAfter: 1e9, live: true }, 0)).toEqual({ again: limits.retryAfter });
    expect([retryAfter('2'), retryAfter('soon'), retryAfter(null), retryAfter(new Date(5000).toUTCString(), 1000)]).toEqual([
      2000, 0, 0, 4000
    ]);
  });
});

describe('the policy for a source', () => {
  const source = {
    code: 'network/unreachable',
    retryable: true,
    live: false,
    played: true,
    more: false,
    rebuilds: 0,
    barren: 0,
    looks: 0,
    renewable: false
  } as const;

  it('takes the next, or ends; waits for a live channel; asks for a fresh address; rebuilds what stumbled', () => {
    expect(afterFailedSource({ ...source, more: true }).do).toBe('next');
    expect(afterFailedSource(source).do).toBe('end');
    expect(afterFailedSource({ ...source, live: true }).do).toBe('wait');
    expect(afterFailedSource({ ...source, code: 'source/not-authorised', renewable: true }).do).toBe('renew');
    expect(afterFailedSource({ ...source, code: 'media/decode' }).do).toBe('rebuild');
    expect(afterFailedSource({ ...source, code: 'media/decode', barren: 1 }).do).toBe('end');
    expect(afterFailedSource({ ...source, code: 'engine/failed', played: false }).do).toBe('rebuild');
    expect(afterFailedSource({ ...source, code: 'engine/failed', played: false, rebuilds: 1 }).do).toBe('end');
    expect(afterFailedSource({ ...source, code: 'engine/failed', played: false, more: true }).do).toBe('next');
    expect(afterFailedSource({ ...source, code: 'policy/blocked', retryable: false, live: true }).do).toBe('end');
  });
});

describe('the policy for a video that stands still', () => {
  it('plays, jumps, pushes and rebuilds, each after its time', () => {
    expect(afterStill({ ...sight, paused: true, still: 600 }).do).toBe('play');
    expect(afterStill({ ...sight, ended: true, still: 1600 }).do).toBe('rebuild');
    expect(afterStill({ ...sight, known: 12, still: 600 })).toEqual({ do: 'jump', to: 12.05 });
    expect(afterStill({ ...sight, next: 12, still: 600 }).do).toBe('none');
    expect(afterStill({ ...sight, ahead: 5, still: 1600 })).toEqual({ do: 'nudge', to: 10.1 });
    expect(afterStill({ ...sight, still: 5000, silent: 5000 }).do).toBe('rebuild');
    expect(afterStill({ ...sight, still: 60_000, silent: 60_000, excused: true }).do).toBe('none');
  });
});

describe('what a body and a manifest tell', () => {
  const box = (size: number, type: string) => Uint8Array.of(0, 0, 0, size, ...new TextEncoder().encode(type), ...new Uint8Array(size - 8));

  it('a cut segment from a whole one', () => {
    const check = new CutCheck();
    check.take(box(16, 'moof'));
    expect(check.cut).toBe(false);
    check.take(box(40, 'mdat').subarray(0, 20));
    expect(check.cut).toBe(true);
  });

  it('a page from media', () => {
    expect(isForeign(new TextEncoder().encode('\n<!DOCTYPE html><html>'))).toBe(true);
    expect(isForeign(box(16, 'moof'))).toBe(false);
  });

  it('an encoder that began anew from a list that is a little old', () => {
    const list = (first: number) => liveEpoch(`#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:${first}\n${'#EXTINF:2,\na.ts\n'.repeat(10)}`)!;
    expect(restarted(list(1000), list(0))).toBe(true);
    expect(restarted(list(1000), list(999))).toBe(false);
  });
});
