import { site, type World } from '../support/world.js';
import type { HostileCase } from './case.js';

/** The origins that were contacted since the world was staged, each once. */
export const contacted = ({ hits }: World): string[] => [...new Set(hits.map(({ origin }) => origin))].sort();

/** What of the requests would let somebody recognise the viewer or the visit: marks in addresses and headers. */
export function marks({ hits }: World): string[] {
  const mark = /cmcd|_HLS_(primary_id|pathway|throughput)|_DASH_(pathway|throughput)|viewer-4711/i;
  return hits
    .map(({ origin, path, headers }) => `${origin}${path} ${JSON.stringify({ ...headers, 'sec-ch-ua': undefined })}`)
    .filter((text) => mark.test(text));
}

/** The requests for media that say which page they come from; what the page itself brings in (`/dist/`) is not media. */
export const referrers = ({ hits }: World): string[] =>
  hits
    .filter(({ path, headers }) => headers.referer && !/^\/(dist\/|favicon\.ico|engines\/)/.test(path))
    .map(({ origin, path }) => `${origin}${path}`);

/** What a case did that nobody allowed. Where a hole is known, what it lets through is expected, and its closing is an offence as well. */
export function offences(world: World, { allow = [], hole }: HostileCase) {
  const ours = [new URL(site).host, ...(allow.length > 0 ? ['media.page-cdn.test'] : [])];
  const strangers = contacted(world).filter((origin) => !ours.includes(new URL(origin).host) && !hole?.origins.includes(origin));
  const closed = hole?.origins.filter((origin) => !contacted(world).includes(origin)) ?? [];
  const named = referrers(world);
  return {
    strangers,
    marks: marks(world),
    referrers: hole?.referrer ? [] : named,
    closed: hole?.referrer && named.length === 0 ? [...closed, 'referrer'] : closed
  };
}

/** Nothing. */
export const none = { strangers: [], marks: [], referrers: [], closed: [] };
