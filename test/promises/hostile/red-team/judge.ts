import { site, type World } from '../../../support/world.js';
import type { CallCounts } from '../call-counters.js';
import { identifyingRequests, requestsWithReferrer } from '../traces.js';
import type { Outcome } from './in-page.js';

/** A forbidden effect of a case. */
export interface Finding {
  readonly kind: 'hit' | 'mark' | 'referrer' | 'cookie' | 'storage' | 'prototype' | 'error' | 'silence' | 'hang';
  readonly description: string;
  /** The cases that can have caused it; only one if the description contains the id of a case. */
  readonly cases: readonly string[];
}

/** Everything that is recorded while cases run. */
export interface Evidence {
  readonly world: World;
  readonly counts: CallCounts;
  readonly prototypes: readonly string[];
  readonly problems: readonly string[];
  readonly outcomes: readonly Outcome[];
}

const pageFiles = /^\/(dist\/|favicon\.ico|red-team\.html|engines\/)/;

/** Returns the requests with cookies, except those for the files of the page itself. */
const requestsWithCookies = ({ hits }: World): string[] =>
  hits.filter(({ path, headers }) => headers.cookie && !pageFiles.test(path)).map(({ origin, path }) => `${origin}${path}`);

/** Returns every finding in the evidence, each with the cases among `ids` whose id is in its description, or with all of them. */
export function judge({ world, counts, prototypes, problems, outcomes }: Evidence, ids: readonly string[]): Finding[] {
  const thirdParties = world.hits.filter(({ origin }) => origin !== site).map(({ origin, path }) => `${origin}${path}`);
  const casesNamedIn = (description: string) => {
    const namedIds = ids.filter((id) => new RegExp(`\\b${id}\\b`, 'i').test(description));
    return namedIds.length > 0 ? namedIds : ids;
  };
  const findingsOfKind = (kind: Finding['kind'], descriptions: readonly string[]): Finding[] =>
    [...new Set(descriptions)].map((description) => ({ kind, description: description.slice(0, 500), cases: casesNamedIn(description) }));
  return [
    ...findingsOfKind('hit', thirdParties),
    ...findingsOfKind(
      'mark',
      identifyingRequests(world).filter((text) => !pageFiles.test(new URL(text.split(' ')[0]!).pathname))
    ),
    ...findingsOfKind('referrer', requestsWithReferrer(world)),
    ...findingsOfKind('cookie', requestsWithCookies(world)),
    ...findingsOfKind('storage', Object.keys(counts)),
    ...findingsOfKind('prototype', prototypes),
    ...findingsOfKind('error', problems),
    ...findingsOfKind(
      'silence',
      outcomes.filter(({ ending }) => ending === 'silent').map(({ id }) => `${id} neither plays nor fails nor waits`)
    )
  ];
}
