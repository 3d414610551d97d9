import { site, type World } from '../../../support/world.js';
import type { Counts } from '../sentinels.js';
import { marks, referrers } from '../traces.js';
import type { Outcome } from './in-page.js';

/** A forbidden effect of a case. */
export interface Finding {
  readonly kind: 'hit' | 'mark' | 'referrer' | 'cookie' | 'storage' | 'prototype' | 'error' | 'silence' | 'hang';
  readonly what: string;
  /** The cases that can have caused it: one, if the finding names it. */
  readonly cases: readonly string[];
}

/** Everything that is counted while cases run. */
export interface Evidence {
  readonly world: World;
  readonly counts: Counts;
  readonly prototypes: readonly string[];
  readonly problems: readonly string[];
  readonly outcomes: readonly Outcome[];
}

const ofThePage = /^\/(dist\/|favicon\.ico|red-team\.html|engines\/)/;

/** The cookies of every request except the one for the page itself. */
const cookies = ({ hits }: World): string[] =>
  hits.filter(({ path, headers }) => headers.cookie && !ofThePage.test(path)).map(({ origin, path }) => `${origin}${path}`);

/** Every finding in the evidence, each with those of the cases `ids` that its text names, or with all of them. */
export function judge({ world, counts, prototypes, problems, outcomes }: Evidence, ids: readonly string[]): Finding[] {
  const thirdParties = world.hits.filter(({ origin }) => origin !== site).map(({ origin, path }) => `${origin}${path}`);
  const culprits = (what: string) => {
    const named = ids.filter((id) => new RegExp(`\\b${id}\\b`, 'i').test(what));
    return named.length > 0 ? named : ids;
  };
  const list = (kind: Finding['kind'], found: readonly string[]): Finding[] =>
    [...new Set(found)].map((what) => ({ kind, what: what.slice(0, 500), cases: culprits(what) }));
  return [
    ...list('hit', thirdParties),
    ...list(
      'mark',
      marks(world).filter((text) => !ofThePage.test(new URL(text.split(' ')[0]!).pathname))
    ),
    ...list('referrer', referrers(world)),
    ...list('cookie', cookies(world)),
    ...list('storage', Object.keys(counts)),
    ...list('prototype', prototypes),
    ...list('error', problems),
    ...list(
      'silence',
      outcomes.filter(({ end }) => end === 'silent').map(({ id }) => `${id} neither plays nor fails nor waits`)
    )
  ];
}
