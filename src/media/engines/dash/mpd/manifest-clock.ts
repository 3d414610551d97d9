import type { MediaPlayerClass } from 'dashjs';
import type { WholeResponse } from '../../../network/response-timing.js';
import { editManifest, type Descriptor } from './parsed-mpd.js';

/** A clock whose time is in the manifest itself (ISO/IEC 23009-1, 5.8.4.11, and DASH-IF IOP 4.7.2). */
const directScheme = 'urn:mpeg:dash:utc:direct:2014';

/** Half of the unit of the `Date` header, in milliseconds: the server cuts off the fraction of the second. */
const halfSecond = 500;

/** The metrics of dash.js that are used here; its types give `getLatestMPDRequestHeaderValueByID` another parameter. */
interface ManifestMetrics {
  getHttpRequests(type: 'stream'): readonly { readonly type: string; readonly tresponse: Date | null }[];
  getLatestMPDRequestHeaderValueByID(name: string): string | null;
}

/** When a response was created: its `Date` header, or null, and the milliseconds since then. */
interface Creation {
  readonly date: string | null | undefined;
  readonly age: number;
}

/** Returns the milliseconds that a cache held a response (RFC 9111, 5.1). */
const cachedFor = (header: string | null | undefined): number => (Number(header) > 0 ? Number(header) * 1000 : 0);

/** Returns the time in milliseconds that a direct clock contains; dash.js has made a `Date` of it if it looks like one. */
function timeOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(String(value)) ? Date.parse(String(value)) : NaN;
}

const clockAt = (time: number): Descriptor[] =>
  // A time that `Date` cannot represent is dropped, as is a missing one.
  Number.isNaN(new Date(time).getTime()) ? [] : [{ schemeIdUri: directScheme, value: new Date(time).toISOString() }];

/**
 * Corrects the clocks of a live manifest, on which the latency depends. dash.js assumes that the time in a manifest, or in the `Date`
 * header of its response, is the time at which it reads the manifest, and ignores milliseconds. But the manifest was fetched while dash.js
 * itself was loading, which takes seconds on a slow device.
 *
 * `fetched` is the response that contains the first manifest, undefined when dash.js fetches it itself.
 */
export function correctClock(player: MediaPlayerClass, fetched: WholeResponse | undefined): void {
  let firstResponse = fetched;
  editManifest(player, (manifest) => {
    const { date, age } = firstResponse ? creationOf(firstResponse) : lastCreation(player);
    firstResponse = undefined;
    if (manifest.type !== 'dynamic') return;
    const clocks = (manifest.UTCTiming ?? []).flatMap((clock) =>
      String(clock.schemeIdUri).includes(':direct:') ? clockAt(timeOf(clock.value) + age) : [clock]
    );
    manifest.UTCTiming = [...clocks, ...clockAt(date ? Date.parse(date) + halfSecond + age : NaN)];
  });
}

function creationOf({ headers, timing }: WholeResponse): Creation {
  return { date: headers.get('date'), age: performance.now() - timing.first + cachedFor(headers.get('age')) };
}

/** Returns the creation of the last manifest that dash.js has loaded. */
function lastCreation(player: MediaPlayerClass): Creation {
  const metrics = player.getDashMetrics() as unknown as ManifestMetrics;
  const arrived = metrics.getHttpRequests('stream').findLast(({ type }) => type === 'MPD')?.tresponse;
  const header = (name: string) => metrics.getLatestMPDRequestHeaderValueByID(name);
  return { date: header('Date'), age: (arrived ? Date.now() - arrived.getTime() : 0) + cachedFor(header('Age')) };
}
