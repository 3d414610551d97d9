import type { UrlKind } from '../../policy/policy.js';
import type { ErrorCode } from '../error.js';

/**
 * The whole recovery policy: what is tried, how often, and when it is over. Pure: it looks at facts and says what to do; the
 * actors beside it look and do. Times are in milliseconds unless a name says otherwise.
 */

/** Why a request brought nothing that can be used. */
export type Cause =
  /** No connection, or a reset. */
  | 'lost'
  /** No byte for seconds. */
  | 'silent'
  /** 408, 425, 429 and 5xx: the server says "later". */
  | 'busy'
  /** 401 and 403: a token may be about to be renewed. */
  | 'refused'
  /** 404 and 410. */
  | 'missing'
  /** The body ends inside a box, or a packet. */
  | 'cut'
  /** A page, as of a hotel's network, where media was asked for. */
  | 'foreign'
  /** A live playlist that lists nothing yet. */
  | 'not-yet'
  /** The policy said no, or the address is none. */
  | 'hopeless';

export const limits = {
  /** A starving viewer is told the truth after this long: with what went before, an error within 15 seconds. */
  starving: 12_000,
  /** A live segment may be announced this long before it is there; twice as long after each that never came, up to `livePause`. */
  liveSegment: 3000,
  /** No first byte for this long is no answer; twice that for a manifest is a verdict. */
  firstByte: 5500,
  /** No further byte for this long is a broken connection. */
  nextByte: 4000,
  /** `Retry-After` is honoured up to here; for a viewer who starves, up to `starvingRetryAfter`. */
  retryAfter: 30_000,
  starvingRetryAfter: 8000,
  /** Segments in a row that may be skipped before the source counts as gone. */
  skips: 5,
  /** New engines for the same source within `rebuildWindow`. */
  rebuilds: 3,
  /** New engines for the same place that did not get past it. */
  barren: 1,
  rebuildWindow: 120_000,
  /** Longest pause between two looks at a live channel that is not there. */
  livePause: 30_000
} as const;

/** How often a cause is tried again, whatever the time; what is not listed is tried as long as the viewer can wait. */
const tries: Partial<Record<Cause, number>> = { missing: 2, cut: 1, hopeless: 0 };

/** Milliseconds of the pause before try `tried` + 1: doubling from half a second to `cap`, and up to a half of it left to chance. */
export function backoff(tried: number, cap: number, random = Math.random()): number {
  return Math.min(cap, 500 * 2 ** Math.min(tried, 20)) * (0.5 + random / 2);
}

/** What is known of other segments when one is missing. */
export interface Neighbours {
  /** The same piece is missing in another rendition already. */
  readonly elsewhere: boolean;
  /** How many before it never came, of a presentation that counts its segments and does not list them: there may be none as yet. */
  readonly missed: number;
}

/** A request that failed, as far as it matters for what is next. */
export interface FailedRequest extends Partial<Neighbours> {
  readonly kind: UrlKind;
  readonly cause: Cause;
  /** How often this cause was met in a row before. */
  readonly tried: number;
  /** Since the request was first made. */
  readonly age: number;
  /** As much of that time as the viewer had no picture to look at. */
  readonly starved: number;
  /** The viewer has no picture to look at now. */
  readonly starving: boolean;
  readonly live: boolean;
  /** The page can give a fresh address. */
  readonly renewable?: boolean;
  /** What the server asked for. */
  readonly retryAfter?: number;
}

/** Wait and try again; or stop, because this piece is missing and can be done without, or because the source is gone. */
export type NextTry = { readonly again: number } | 'missing' | 'gone';

/** What to do about a request that failed. */
export function afterFailedRequest(request: FailedRequest, random?: number): NextTry {
  const { kind, cause, tried, age, starved, starving, live, renewable, elsewhere, missed = 0, retryAfter = 0 } = request;
  if (cause === 'refused' && renewable) return 'gone';
  if (cause === 'hopeless' || (kind === 'text' && tried > 0)) return 'missing';
  if (elsewhere && cause === 'missing' && tried > 0) return 'missing';
  if (live && cause === 'missing' && kind === 'segment') {
    const patience = Math.min(limits.liveSegment * 2 ** missed, limits.livePause);
    return age < patience ? { again: backoff(missed, 1000, random) } : 'missing';
  }
  if (tried >= (tries[cause] ?? Infinity)) return 'missing';
  if (cause === 'not-yet') return { again: backoff(tried + 1, limits.livePause, random) };
  if (!live && starved >= limits.starving) return 'gone';
  const honoured = Math.min(retryAfter, starving && !live ? limits.starvingRetryAfter : limits.retryAfter);
  // Who stares at a spinner is worth a request a second; who has a buffer can wait.
  const cap = starving ? 1000 : live ? 8000 : 15_000;
  return { again: Math.max(honoured, backoff(tried, cap, random)) };
}

/** The first request for a manifest: how often this cause was met before, since when it is asked for, and what the server wants. */
export interface FailedManifest {
  readonly cause: Cause;
  readonly tried: number;
  readonly age: number;
  readonly retryAfter: number;
}

/**
 * What to do when the way to a source fails at its beginning: milliseconds until the next try, or undefined when that was all.
 * What will not get better is said at once; a server that is silent or in trouble is given up on within twelve seconds.
 */
export function afterFailedManifest({ cause, tried, age, retryAfter }: FailedManifest, random?: number): number | undefined {
  if (cause === 'silent' ? tried > 0 : cause === 'lost' ? tried > 1 : cause !== 'busy') return undefined;
  const pause = cause === 'silent' ? 0 : Math.max(retryAfter, backoff(tried, 2000, random));
  return age + pause < 9000 ? pause : undefined;
}

/** An engine that gave up, as far as it matters for what is next. */
export interface FailedSource {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Known to be a live channel: it played as one, or the page says so. */
  readonly live: boolean;
  /** It has shown a picture. */
  readonly played: boolean;
  /** The next source can be tried. */
  readonly more: boolean;
  /** How many engines this source has had within `limits.rebuildWindow`. */
  readonly rebuilds: number;
  /** How many of them in a row did not get past the place where the one before had ended. */
  readonly barren: number;
  /** How often in a row the live channel was looked for in vain. */
  readonly looks: number;
  /** The page can give a fresh address. */
  readonly renewable: boolean;
}

/** Ask for a fresh address; take a new engine at the same place after a pause; take the next source; or end. */
export type NextStep =
  | { readonly do: 'renew' }
  | { readonly do: 'rebuild'; readonly after: number }
  | { readonly do: 'wait'; readonly after: number }
  | { readonly do: 'next' }
  | { readonly do: 'end' };

const isNetwork = (code: ErrorCode): boolean => code.startsWith('network/') || code === 'source/not-found' || code === 'media/not-media';

/** What to do about a source that an engine, or the way to one, gave up on. */
export function afterFailedSource(
  { code, retryable, live, played, more, rebuilds, barren, looks, renewable }: FailedSource,
  random?: number
): NextStep {
  const last: NextStep = more ? { do: 'next' } : { do: 'end' };
  if (!retryable) return last;
  if (code === 'source/not-authorised') return renewable && rebuilds < limits.rebuilds ? { do: 'renew' } : last;
  const absent = isNetwork(code) || code === 'manifest/empty';
  if (live && absent && !(more && !played)) return { do: 'wait', after: backoff(looks + 1, limits.livePause, random) };
  // A browser's decoders may break down before the first picture, and work for the next engine.
  if (code === 'engine/failed' && !played && !more && rebuilds + barren === 0) return { do: 'rebuild', after: 0 };
  if (absent || code.startsWith('manifest/') || !played) return last;
  return rebuilds < limits.rebuilds && barren < limits.barren
    ? { do: 'rebuild', after: rebuilds === 0 ? 0 : backoff(rebuilds, 4000, random) }
    : last;
}

/** What the watchdog sees of a video that ought to be moving. Times on the video's line are in seconds. */
export interface Sight {
  /** How long the time has stood still. */
  readonly still: number;
  readonly paused: boolean;
  /** It says so, and is not paused. */
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly current: number;
  /** Seconds buffered from here on. */
  readonly ahead: number;
  /** Where the next buffered stretch begins, if there is one. */
  readonly next: number | null;
  /** Where the hole ends that it stands before, if it was given up on. */
  readonly known: number | null;
  /** The end of the seekable window, and where it begins. */
  readonly window: { readonly start: number; readonly end: number } | null;
  readonly live: boolean;
  /** Where a live viewer should be. */
  readonly edge: number | null;
  /** A request is being tried again, or the live channel stands still: waiting is right. */
  readonly excused: boolean;
  /** Since the last byte of media came. */
  readonly silent: number;
  /** Steps already taken since it last moved. */
  readonly steps: number;
}

export type Push =
  | { readonly do: 'none' }
  | { readonly do: 'play' }
  | { readonly do: 'rebuild' }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'nudge'; readonly to: number };

const none: Push = { do: 'none' };

/** What to do about a video that stands still although somebody wants it to play. */
export function afterStill(sight: Sight): Push {
  const { still, paused, ended, seeking, current, ahead, next, known, window, live, edge, excused, silent, steps } = sight;
  if (paused) return still >= 500 * (steps + 1) && steps < 3 ? { do: 'play' } : none;
  if (ended) return still >= 1500 ? { do: 'rebuild' } : none;
  if (live && window && edge !== null && current < window.start - 0.5 && still >= 500) return { do: 'jump', to: edge };
  if (known !== null && ahead < 0.1 && still >= 250) return { do: 'jump', to: known + 0.05 };
  if (next !== null && ahead < 0.1 && still >= (next - current <= 0.5 ? 500 : 3000)) return { do: 'jump', to: next + 0.05 };
  if (seeking && ahead < 0.1) return excused || silent < 4500 || still < 4500 ? none : { do: 'rebuild' };
  // Data is there and the time stands: a push, three times, each after its own second; then a new engine.
  if (ahead >= 0.5 && still >= 1500 * (steps + 1)) return steps < 3 ? { do: 'nudge', to: current + 0.1 } : { do: 'rebuild' };
  const long = live ? 10_000 : 4500;
  if (ahead < 0.5 && !excused && still >= long && silent >= long) return { do: 'rebuild' };
  return none;
}
