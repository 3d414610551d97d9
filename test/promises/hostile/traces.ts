import { site, type World } from '../../support/world.js';
import type { HostileCase } from './case.js';

/** Returns the origins that were contacted since the last `stage`, each once. */
export const contactedOrigins = ({ hits }: World): string[] => [...new Set(hits.map(({ origin }) => origin))].sort();

/** Returns the requests whose URL or headers contain something that could identify the viewer or the visit. */
export function identifyingRequests({ hits }: World): string[] {
  const identifierPattern = /cmcd|_HLS_(primary_id|pathway|throughput)|_DASH_(pathway|throughput)|viewer-4711/i;
  return hits
    .map(({ origin, path, headers }) => `${origin}${path} ${JSON.stringify({ ...headers, 'sec-ch-ua': undefined })}`)
    .filter((text) => identifierPattern.test(text));
}

/** Returns the requests for media whose `Referer` header names the page. The files that the page itself loads (`/dist/`) are not media. */
export const requestsWithReferrer = ({ hits }: World): string[] =>
  hits
    .filter(({ path, headers }) => headers.referer && !/^\/(dist\/|favicon\.ico|engines\/)/.test(path))
    .map(({ origin, path }) => `${origin}${path}`);

/** Returns the forbidden effects of a case. The effects of a known limit (`hole`) are expected; `closed` lists those that did not occur. */
export function forbiddenEffects(world: World, { allow = [], hole }: HostileCase) {
  const ownHosts = [new URL(site).host, ...(allow.length > 0 ? ['media.page-cdn.test'] : [])];
  const thirdParties = contactedOrigins(world).filter(
    (origin) => !ownHosts.includes(new URL(origin).host) && !hole?.origins.includes(origin)
  );
  const closedHoles = hole?.origins.filter((origin) => !contactedOrigins(world).includes(origin)) ?? [];
  const referrers = requestsWithReferrer(world);
  return {
    thirdParties,
    marks: identifyingRequests(world),
    referrers: hole?.referrer ? [] : referrers,
    closed: hole?.referrer && referrers.length === 0 ? [...closedHoles, 'referrer'] : closedHoles
  };
}

/** The result of `forbiddenEffects` for a case without a forbidden effect. */
export const noEffects = { thirdParties: [], marks: [], referrers: [], closed: [] };
