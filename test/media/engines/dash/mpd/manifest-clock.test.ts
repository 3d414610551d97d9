import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { correctClock } from '../../../../../src/media/engines/dash/mpd/manifest-clock.js';
import type { Descriptor, ParsedMpd } from '../../../../../src/media/engines/dash/mpd/parsed-mpd.js';
import type { WholeResponse } from '../../../../../src/media/network/response-timing.js';

const direct = 'urn:mpeg:dash:utc:direct:2014';
/** The time of the server when it created the response. */
const created = Date.UTC(2026, 0, 1, 12, 0, 0, 900);
/** The Date header of that time, which has no milliseconds. */
const dateHeader = new Date(created).toUTCString();

interface Settings {
  /** The milliseconds between the first response and the correction of its manifest. */
  readonly age?: number;
  readonly headers?: Record<string, string>;
  /** The milliseconds between the response with an update and the correction of that update. */
  readonly updateAge?: number;
  readonly prefetched?: boolean;
  readonly type?: string;
}

/** Corrects one manifest for each list of clocks, in this order, and returns the corrected lists. */
function correctedClocks(
  lists: (readonly Descriptor[])[],
  { age = 0, headers = {}, updateAge = 0, prefetched = true, type = 'dynamic' }: Settings = {}
) {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const response = { headers: new Headers(headers), timing: { start: performance.now(), first: performance.now() } };
  vi.advanceTimersByTime(age);
  let listener: (event: { manifest: ParsedMpd }) => void = () => {};
  const requests = [
    { type: 'MPD', tresponse: new Date(Date.now() - updateAge) },
    { type: 'MediaSegment', tresponse: new Date() }
  ];
  correctClock(
    {
      on: (_: string, onManifestLoaded: typeof listener) => (listener = onManifestLoaded),
      getDashMetrics: () => ({
        getHttpRequests: () => requests,
        getLatestMPDRequestHeaderValueByID: (name: string) => new Headers(headers).get(name)
      })
    } as unknown as MediaPlayerClass,
    prefetched ? (response as unknown as WholeResponse) : undefined
  );
  return lists.map((UTCTiming) => {
    const manifest: ParsedMpd = { type, UTCTiming };
    listener({ manifest });
    return manifest.UTCTiming;
  });
}

const clock = (time: number): Descriptor => ({ schemeIdUri: direct, value: new Date(time).toISOString() });

describe('correctClock()', () => {
  it('adds the time since the response to a clock in the first manifest, and keeps its milliseconds', () => {
    const parsedClock = { schemeIdUri: direct, value: new Date(created) };
    expect(correctedClocks([[parsedClock]], { age: 2500 })).toEqual([[clock(created + 2500)]]);
  });

  it('adds the time since its own response to an update', () => {
    const updated = { schemeIdUri: direct, value: new Date(created + 10_000) };
    expect(correctedClocks([[], [updated]], { age: 2500, updateAge: 40 })[1]).toEqual([clock(created + 10_040)]);
    expect(correctedClocks([[updated]], { age: 2500, updateAge: 40, prefetched: false })[0]).toEqual([clock(created + 10_040)]);
  });

  it('adds a clock from the Date header after the other clocks, half a second after the second in the header', () => {
    const httpClock = { schemeIdUri: 'urn:mpeg:dash:utc:http-iso:2014', value: '/time' };
    const expected = [httpClock, clock(created - 900 + 500 + 2500)];
    expect(correctedClocks([[httpClock]], { age: 2500, headers: { date: dateHeader } })).toEqual([expected]);
    expect(correctedClocks([[httpClock]], { updateAge: 2500, headers: { date: dateHeader }, prefetched: false })).toEqual([expected]);
  });

  it('adds the seconds that a cache held the response', () => {
    const parsedClock = { schemeIdUri: direct, value: new Date(created) };
    expect(correctedClocks([[parsedClock]], { headers: { age: '7' } })).toEqual([[clock(created + 7000)]]);
    expect(correctedClocks([[parsedClock]], { headers: { age: 'x' } })).toEqual([[clock(created)]]);
  });

  it('removes a clock with an invalid time', () => {
    const invalid = ['now', '', 5, new Date(NaN), new Date(8.64e15), '2026-01-01T25:00:00Z'];
    const clocks = invalid.map((value) => ({ schemeIdUri: direct, value }));
    expect(correctedClocks([clocks], { age: 1, headers: { date: 'yesterday' } })).toEqual([[]]);
    expect(correctedClocks([[{ schemeIdUri: direct, value: '2026-01-01T12:00:00.900Z' }]])).toEqual([[clock(created)]]);
  });

  it('changes nothing in a static manifest', () => {
    const parsedClock = { schemeIdUri: direct, value: new Date(created) };
    expect(correctedClocks([[parsedClock]], { age: 5, headers: { date: dateHeader }, type: 'static' })).toEqual([[parsedClock]]);
  });
});
