import { site, type World } from '../../support/world.js';
import type { HostileCase } from './case.js';

/** The origins that were contacted since the last `stage`, each once. */
export const contacted = ({ hits }: World): string[] => [...new Set(hits.map(({ origin }) => origin))].sort();

/** Parts of the requests that could identify the viewer or the visit: marks in URLs and headers. */
export function marks({ hits }: World): string[] {
  const mark = /cmcd|_HLS_(primary_id|pathway|throughput)|_DASH_(pathway|throughput)|viewer-4711/i;
  return hits
    .map(({ origin, path, headers }) => `${origin}${path} ${JSON.stringify({ ...headers, 'sec-ch-ua': undefined })}`)
    .filter((text) => mark.test(text));
}

/** The requests for media that reveal the page; the files that the page itself loads (`/dist/`) are not media. */
export const referrers = ({ hits }: World): string[] =>
  hits
    .filter(({ path, headers }) => headers.referer && !/^\/(dist\/|favicon\.ico|engines\/)/.test(path))
    .map(({ origin, path }) => `${origin}${path}`);

/** The forbidden effects of a case. For a known gap, its effects are expected, and their absence is a failure as well. */
export function violations(world: World, { allow = [], hole }: HostileCase) {
  const ours = [new URL(site).host, ...(allow.length > 0 ? ['media.page-cdn.test'] : [])];
  const thirdParties = contacted(world).filter((origin) => !ours.includes(new URL(origin).host) && !hole?.origins.includes(origin));
  const closed = hole?.origins.filter((origin) => !contacted(world).includes(origin)) ?? [];
  const named = referrers(world);
  return {
    thirdParties,
    marks: marks(world),
    referrers: hole?.referrer ? [] : named,
    closed: hole?.referrer && named.length === 0 ? [...closed, 'referrer'] : closed
  };
}

/** No findings. */
export const none = { thirdParties: [], marks: [], referrers: [], closed: [] };
