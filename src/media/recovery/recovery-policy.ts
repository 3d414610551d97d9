import type { UrlKind } from '../../policy/policy.js';
import type { ErrorCode } from '../error.js';

/**
 * The complete recovery policy: what is retried, how often, and when the player gives up. The functions are pure: they decide from
 * facts, and the classes in this folder act on it. Times are in milliseconds unless a name says otherwise.
 */

/** Why a request failed or returned nothing usable. */
export type Cause =
  /** No connection, or a reset. */
  | 'connection-failed'
  /** No byte received within the limit. */
  | 'timeout'
  /** 408, 425, 429 and 5xx: the server asks for a later retry. */
  | 'server-busy'
  /** 401 and 403: a token may be renewed soon. */
  | 'unauthorized'
  /** 404, 410 and every other 4xx. */
  | 'not-found'
  /** The body ends inside a box or a packet. */
  | 'truncated'
  /** An HTML page instead of media, as from a captive portal. */
  | 'not-media'
  /** A live playlist without segments. */
  | 'not-available-yet'
  /** The policy blocked the request, or the URL is invalid. */
  | 'not-retryable';

export const limits = {
  /**
   * On-demand playback fails at the first try of a request that fails after the player has been rebuffering for this long.
   */
  rebuffering: 12_000,
  /** A live segment may be announced this long before it exists; the time doubles after each missing segment, up to `livePause`. */
  liveSegment: 3000,
  /** A request without a first byte for this long has failed; a manifest request is given up after twice that. */
  firstByte: 5500,
  /** A response without a further byte for this long is a broken connection. */
  nextByte: 4000,
  /** Longest `Retry-After` that is honoured; while rebuffering, `rebufferingRetryAfter`. */
  retryAfter: 30_000,
  rebufferingRetryAfter: 8000,
  /** Consecutive segments that may be skipped before the attempt fails. */
  skips: 5,
  /** New engines for one source within `rebuildWindow`. */
  rebuilds: 3,
  /** New engines that may fail at the same playback position. */
  rebuildsWithoutProgress: 1,
  rebuildWindow: 120_000,
  /** Longest pause between two checks of a live channel that is not on the air. */
  livePause: 30_000
} as const;

/** Retries by cause, independent of time. All others are retried: on demand until `limits.rebuffering`, live without limit. */
const maxRetries: Partial<Record<Cause, number>> = { 'not-found': 2, truncated: 1, 'not-retryable': 0 };

/** Returns the pause before retry `tried` + 1, in milliseconds: doubles from 500 to `cap`; up to half of it is random. */
export function backoff(tried: number, cap: number, random = Math.random()): number {
  return Math.min(cap, 500 * 2 ** Math.min(tried, 20)) * (0.5 + random / 2);
}

/** What is known about other segments when one is missing. */
export interface Neighbours {
  /** The same segment is also missing in another rendition. */
  readonly missingElsewhere: boolean;
  /** Consecutive missing segments before it, if the manifest numbers its segments and does not list them: it may not exist yet. */
  readonly missingBefore: number;
}

/** The facts about a failed request from which the next step is decided. */
export interface FailedRequest extends Partial<Neighbours> {
  readonly kind: UrlKind;
  readonly cause: Cause;
  /** Consecutive earlier failures with this cause. */
  readonly tried: number;
  /** Time since the first try of the request. */
  readonly age: number;
  /** How long the player has been rebuffering without a break. */
  readonly rebuffered: number;
  /** The player is rebuffering now. */
  readonly rebuffering: boolean;
  readonly live: boolean;
  /** The page can renew the URL. */
  readonly renewable?: boolean;
  /** The server's `Retry-After`. */
  readonly retryAfter?: number;
}

/** Retry after a pause; give up this request, so that the engine continues without it; or end the attempt to play the source. */
type NextTry = { readonly again: number } | 'give-up-request' | 'fail-attempt';

/** Decides what follows a failed request. */
export function afterFailedRequest(request: FailedRequest, random?: number): NextTry {
  const { kind, cause, tried, age, rebuffered, rebuffering, live, renewable, retryAfter = 0 } = request;
  const { missingElsewhere, missingBefore = 0 } = request;
  if (cause === 'unauthorized' && renewable) return 'fail-attempt';
  if (cause === 'not-retryable' || (kind === 'text' && tried > 0)) return 'give-up-request';
  if (missingElsewhere && cause === 'not-found' && tried > 0) return 'give-up-request';
  if (live && cause === 'not-found' && kind === 'segment') {
    const longestWait = Math.min(limits.liveSegment * 2 ** missingBefore, limits.livePause);
    return age < longestWait ? { again: backoff(missingBefore, 1000, random) } : 'give-up-request';
  }
  if (tried >= (maxRetries[cause] ?? Infinity)) return 'give-up-request';
  if (cause === 'not-available-yet') return { again: backoff(tried + 1, limits.livePause, random) };
  if (!live && rebuffered >= limits.rebuffering) return 'fail-attempt';
  const honoured = Math.min(retryAfter, rebuffering && !live ? limits.rebufferingRetryAfter : limits.retryAfter);
  // Retry every second while rebuffering; less often while buffer remains.
  const cap = rebuffering ? 1000 : live ? 8000 : 15_000;
  return { again: Math.max(honoured, backoff(tried, cap, random)) };
}

/** The facts about a failed first request for a manifest: cause, earlier failures with it, time since the first try, and `Retry-After`. */
interface FailedManifest {
  readonly cause: Cause;
  readonly tried: number;
  readonly age: number;
  readonly retryAfter: number;
}

/**
 * Returns the pause in milliseconds before the first manifest request is retried, or undefined to give up. Permanent errors end it at
 * once; no try starts later than nine seconds after the first one.
 */
export function afterFailedManifest({ cause, tried, age, retryAfter }: FailedManifest, random?: number): number | undefined {
  if (cause === 'timeout' ? tried > 0 : cause === 'connection-failed' ? tried > 1 : cause !== 'server-busy') return undefined;
  const pause = cause === 'timeout' ? 0 : Math.max(retryAfter, backoff(tried, 2000, random));
  return age + pause < 9000 ? pause : undefined;
}

/** The facts about a failed attempt from which the next step is decided. */
interface FailedSource {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** The source is a live channel: it has played as one, or the page says so. */
  readonly live: boolean;
  /** Playback had started. */
  readonly played: boolean;
  /** There is another source to try. */
  readonly more: boolean;
  /** New engines for this source within `limits.rebuildWindow`. */
  readonly rebuilds: number;
  /** Consecutive new engines that did not get past the position at which the previous one failed. */
  readonly rebuildsWithoutProgress: number;
  /** Consecutive unsuccessful checks of the live channel. */
  readonly livePolls: number;
  /** The page can renew the URL. */
  readonly renewable: boolean;
}

/** Request a renewed URL; start a new engine at the same position, or wait for the channel; take the next source; or end. */
type NextStep =
  | { readonly do: 'renew' }
  | { readonly do: 'rebuild'; readonly after: number }
  | { readonly do: 'wait'; readonly after: number }
  | { readonly do: 'next' }
  | { readonly do: 'end' };

const isNetwork = (code: ErrorCode): boolean => code.startsWith('network/') || code === 'source/not-found' || code === 'media/not-media';

/** Decides what follows a failed attempt. */
export function afterFailedSource(
  { code, retryable, live, played, more, rebuilds, rebuildsWithoutProgress, livePolls, renewable }: FailedSource,
  random?: number
): NextStep {
  const last: NextStep = more ? { do: 'next' } : { do: 'end' };
  if (!retryable) return last;
  if (code === 'source/not-authorised') return renewable && rebuilds < limits.rebuilds ? { do: 'renew' } : last;
  const notOnAir = isNetwork(code) || code === 'manifest/empty';
  if (live && notOnAir && !(more && !played)) return { do: 'wait', after: backoff(livePolls + 1, limits.livePause, random) };
  // Use one more engine because a browser's decoder may fail before the first frame and work for the next engine.
  if (code === 'engine/failed' && !played && !more && rebuilds + rebuildsWithoutProgress === 0) return { do: 'rebuild', after: 0 };
  if (notOnAir || code.startsWith('manifest/') || !played) return last;
  return rebuilds < limits.rebuilds && rebuildsWithoutProgress < limits.rebuildsWithoutProgress
    ? { do: 'rebuild', after: rebuilds === 0 ? 0 : backoff(rebuilds, 4000, random) }
    : last;
}

/** The watchdog's facts about a video that should advance. Positions on the media timeline are in seconds. */
export interface StallSnapshot {
  /** How long the playback position has not changed. */
  readonly stalledFor: number;
  readonly paused: boolean;
  /** The video reports `ended` although it is not paused. */
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly current: number;
  /** Seconds buffered ahead of the playback position. */
  readonly ahead: number;
  /** Start of the next buffered range, or null. */
  readonly next: number | null;
  /** End of the skipped segments at the playback position, or null. */
  readonly skippedUntil: number | null;
  /** The seekable range. */
  readonly window: { readonly start: number; readonly end: number } | null;
  readonly live: boolean;
  /** The live playback position to resume at, in seconds. */
  readonly livePosition: number | null;
  /** A request is being retried or the live channel does not advance, so waiting is correct. */
  readonly waitExpected: boolean;
  /** Time since the last byte of media. */
  readonly noMediaFor: number;
  /** Actions already taken since the position last changed. */
  readonly steps: number;
}

type StallAction =
  | { readonly do: 'none' }
  | { readonly do: 'play' }
  | { readonly do: 'rebuild' }
  | { readonly do: 'jump'; readonly to: number }
  | { readonly do: 'nudge'; readonly to: number };

const none: StallAction = { do: 'none' };

/** Decides what to do about a video that does not advance although playback is requested. */
export function nextStallAction(snapshot: StallSnapshot): StallAction {
  const { stalledFor, paused, ended, seeking, current, ahead, next, skippedUntil, window, live, livePosition } = snapshot;
  const { waitExpected, noMediaFor, steps } = snapshot;
  if (paused) return stalledFor >= 500 * (steps + 1) && steps < 3 ? { do: 'play' } : none;
  if (ended) return stalledFor >= 1500 ? { do: 'rebuild' } : none;
  if (live && window && livePosition !== null && current < window.start - 0.5 && stalledFor >= 500) return { do: 'jump', to: livePosition };
  if (skippedUntil !== null && ahead < 0.1 && stalledFor >= 250) return { do: 'jump', to: skippedUntil + 0.05 };
  if (next !== null && ahead < 0.1 && stalledFor >= (next - current <= 0.5 ? 500 : 3000)) return { do: 'jump', to: next + 0.05 };
  if (seeking && ahead < 0.1) return waitExpected || noMediaFor < 4500 || stalledFor < 4500 ? none : { do: 'rebuild' };
  // Data is buffered, but the position does not change: nudge three times, each after another 1.5 seconds; then use a new engine.
  if (ahead >= 0.5 && stalledFor >= 1500 * (steps + 1)) return steps < 3 ? { do: 'nudge', to: current + 0.1 } : { do: 'rebuild' };
  const stallTimeout = live ? 10_000 : 4500;
  if (ahead < 0.5 && !waitExpected && stalledFor >= stallTimeout && noMediaFor >= stallTimeout) return { do: 'rebuild' };
  return none;
}
