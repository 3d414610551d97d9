import type { RequestKind } from '../../policy/policy.js';
import type { ErrorCode } from '../error.js';
import { limits } from './limits.js';

/**
 * The recovery rules: what is retried, how often, and when the player gives up. `stall-rules.ts` has the rules for stalls. Each rule is a
 * pure function that decides from facts; the classes in `recovery/` and `session/` carry out its decision. Times are in milliseconds unless
 * a name says otherwise.
 */

/** Why a request failed or returned nothing usable. */
export type FailureReason =
  /** No connection, or a reset. */
  | 'connection-failed'
  /** No response, or no further byte, within the limit. */
  | 'timeout'
  /** 408, 425, 429 and 5xx: the server asks for a later retry. */
  | 'server-busy'
  /** 401 and 403: the server may accept the same URL again soon; if the page renews URLs, the attempt fails instead. */
  | 'not-authorised'
  /** 404 and 410 (error code `source/not-found`), and every other 4xx (`network/http`). */
  | 'client-error'
  /** The body ends inside a box or a packet. */
  | 'truncated'
  /** Not what was requested: a web page, as from a captive portal; a manifest that is broken or of another type; a file as a whole. */
  | 'unusable-body'
  /** A live playlist without segments: the channel is not on the air yet. */
  | 'unavailable'
  /** The guard blocked the request, the URL is invalid, a file has changed, or the error itself says that a retry cannot help. */
  | 'not-retryable';

/**
 * Number of retries by reason, independent of time: of a request, and of the first request of a source. With `Infinity`, a request on
 * demand is retried until `limits.maxRebufferingMs`, one for a live stream without limit, and the first one of a source within
 * `limits.firstRequestWindowMs`; `unavailable` has no limit. Requests of the kind `text` are retried once, and once more whenever the
 * reason changes.
 */
const maxRetries: Readonly<Record<FailureReason, { readonly request: number; readonly firstRequest: number }>> = {
  // Where the number has no limit, `afterFailedRequest` limits the time.
  'connection-failed': { request: Infinity, firstRequest: 2 },
  timeout: { request: Infinity, firstRequest: 1 },
  'server-busy': { request: Infinity, firstRequest: Infinity },
  'not-authorised': { request: Infinity, firstRequest: 0 },
  'client-error': { request: 2, firstRequest: 0 },
  truncated: { request: 1, firstRequest: 0 },
  'unusable-body': { request: Infinity, firstRequest: 0 },
  unavailable: { request: Infinity, firstRequest: 0 },
  'not-retryable': { request: 0, firstRequest: 0 }
};

/** Returns a pause in milliseconds: half a second, doubled `doublings` times, but at most `cap`; up to half of it is random. */
export function backoff(doublings: number, cap: number, random = Math.random()): number {
  return Math.min(cap, 500 * 2 ** Math.min(doublings, 20)) * (0.5 + random / 2);
}

/** What is known about other segments when one is missing. */
export interface MissingSegmentFacts {
  /** Whether the same segment is also missing in another rendition. */
  readonly missingElsewhere: boolean;
  /**
   * Missing segments directly before it, of all tracks together. Counted only if the manifest numbers its segments, because the next one may
   * not exist yet.
   */
  readonly missingBefore: number;
  /** Segments that were skipped in this attempt. */
  readonly skipped: number;
}

/** The facts about a failed request from which the next step is decided. */
export interface FailedRequest extends Partial<MissingSegmentFacts> {
  readonly kind: RequestKind;
  readonly reason: FailureReason;
  /** Consecutive earlier failures for this reason. */
  readonly earlierFailures: number;
  /** Time since the first try of this request. */
  readonly elapsed: number;
  /**
   * For how long playback has lacked data without a break, as measured at the failures of this request. It is 0 again if playback has
   * enough data when the request fails.
   */
  readonly rebufferedFor: number;
  /** Whether there is too little data to continue playback now, paused or not. */
  readonly lacksData: boolean;
  readonly live: boolean;
  /**
   * Whether the page can renew the URL. A 401 or 403 then fails the attempt at once, and the next attempt plays the renewed URL; not for
   * requests of the kind `text`, without which the video plays too.
   */
  readonly renewable?: boolean;
  /** The server's `Retry-After`, or 0. */
  readonly retryAfter?: number;
}

/** Retry after a pause; give up this request, so that the engine continues without it; or end the attempt to play the source. */
type RequestDecision = { readonly pause: number } | 'give-up-request' | 'fail-attempt';

/** Decides what follows a failed request. The first rule that applies decides. */
export function afterFailedRequest(request: FailedRequest, random?: number): RequestDecision {
  const { kind, reason, earlierFailures, elapsed, rebufferedFor, lacksData, live, renewable, retryAfter = 0 } = request;
  const { missingElsewhere, missingBefore = 0, skipped = 0 } = request;
  if (reason === 'not-authorised' && renewable && kind !== 'text') return 'fail-attempt';
  if (reason === 'not-retryable' || (kind === 'text' && earlierFailures > 0)) return 'give-up-request';
  if (missingElsewhere && reason === 'client-error' && earlierFailures > 0) return 'give-up-request';
  if (live && reason === 'client-error' && kind === 'segment') {
    const longestWait = Math.min(limits.liveSegmentGraceMs * 2 ** missingBefore, limits.maxLiveSegmentWaitMs);
    // The segment may exist at any moment, so its own failures do not make the pauses longer.
    return elapsed < longestWait ? { pause: backoff(missingBefore, limits.maxLiveSegmentPauseMs, random) } : 'give-up-request';
  }
  // Where several segments are missing, waiting for each of them would keep the viewer waiting without end.
  if (!live && reason === 'client-error' && skipped >= limits.skipsBeforeFastSkip) return 'give-up-request';
  if (earlierFailures >= maxRetries[reason].request) return 'give-up-request';
  if (reason === 'unavailable') return { pause: backoff(earlierFailures + 1, limits.maxUnavailablePauseMs, random) };
  if (!live && rebufferedFor >= limits.maxRebufferingMs) return 'fail-attempt';
  const serverPause = Math.min(retryAfter, lacksData && !live ? limits.maxRetryAfterWhileRebufferingMs : limits.maxRetryAfterMs);
  // Retry after at most a second while rebuffering; less often while buffer remains.
  const cap = lacksData ? limits.maxPauseWhileRebufferingMs : live ? limits.maxLivePauseWhileBufferedMs : limits.maxPauseWhileBufferedMs;
  return { pause: Math.max(serverPause, backoff(earlierFailures, cap, random)) };
}

/** The facts about a failed first request of a source: reason, earlier failures for it, time since the first try, and `Retry-After`. */
interface FailedFirstRequest {
  readonly reason: FailureReason;
  readonly earlierFailures: number;
  readonly elapsed: number;
  readonly retryAfter: number;
}

/**
 * Returns the pause in milliseconds before the first request of a source is retried, or undefined to give up. Permanent errors end it at
 * once; no try starts later than `limits.firstRequestWindowMs` after the first one.
 */
export function afterFailedFirstRequest(
  { reason, earlierFailures, elapsed, retryAfter }: FailedFirstRequest,
  random?: number
): number | undefined {
  if (earlierFailures >= maxRetries[reason].firstRequest) return undefined;
  const pause = reason === 'timeout' ? 0 : Math.max(retryAfter, backoff(earlierFailures, limits.maxFirstRequestPauseMs, random));
  return elapsed + pause < limits.firstRequestWindowMs ? pause : undefined;
}

/** The facts about a failed attempt from which the next step is decided. */
interface FailedAttempt {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Whether the source is a live channel: it has played as one, or the page says so. */
  readonly live: boolean;
  /** Whether playback had started. */
  readonly played: boolean;
  /** Whether there is another source to try. */
  readonly hasNextSource: boolean;
  /** New engines for this source within `limits.rebuildWindowMs`. */
  readonly rebuilds: number;
  /** Consecutive new engines that did not get past the position at which the previous one failed. */
  readonly rebuildsWithoutProgress: number;
  /** Consecutive new engines that started after damaged media. */
  readonly damageSkips: number;
  /** Consecutive unsuccessful checks of the live channel. */
  readonly livePolls: number;
  /** Whether the page can renew the URL. */
  readonly renewable: boolean;
}

/**
 * Request a renewed URL; start a new engine at the same position, or some seconds after it; wait for the channel; take the next source;
 * or end.
 */
type NextStep =
  | { readonly type: 'renew' }
  | { readonly type: 'rebuild'; readonly pause: number }
  | { readonly type: 'skip'; readonly seconds: number }
  | { readonly type: 'wait'; readonly pause: number }
  | { readonly type: 'next' }
  | { readonly type: 'end' };

const isDeliveryError = (code: ErrorCode): boolean =>
  code.startsWith('network/') || code === 'source/not-found' || code === 'media/not-media';

/** Decides what follows a failed attempt. The first rule that applies decides. */
export function afterFailedAttempt(
  { code, retryable, live, played, hasNextSource, rebuilds, rebuildsWithoutProgress, damageSkips, livePolls, renewable }: FailedAttempt,
  random?: number
): NextStep {
  const nextOrEnd: NextStep = hasNextSource ? { type: 'next' } : { type: 'end' };
  if (!retryable) return nextOrEnd;
  if (code === 'source/not-authorised') return renewable && rebuilds < limits.maxRebuilds ? { type: 'renew' } : nextOrEnd;
  const isUnavailable = isDeliveryError(code) || code === 'manifest/empty';
  // Before the first frame, another source is tried instead.
  if (live && isUnavailable && (played || !hasNextSource))
    return { type: 'wait', pause: backoff(livePolls + 1, limits.maxUnavailablePauseMs, random) };
  const isFirstEngine = rebuilds === 0 && rebuildsWithoutProgress === 0;
  // Use one more engine because a browser's decoder may fail before the first frame and work for the next engine.
  if (code === 'engine/failed' && !played && !hasNextSource && isFirstEngine) return { type: 'rebuild', pause: 0 };
  if (isUnavailable || code.startsWith('manifest/') || !played) return nextOrEnd;
  const failsHere = rebuildsWithoutProgress >= limits.maxRebuildsWithoutProgress;
  // Only the media at this position are damaged, or another engine would have played them.
  if (code === 'media/decode' && !live && !hasNextSource && failsHere && damageSkips < limits.maxDamageSkips)
    return { type: 'skip', seconds: 2 ** damageSkips };
  return rebuilds < limits.maxRebuilds && !failsHere
    ? { type: 'rebuild', pause: rebuilds === 0 ? 0 : backoff(rebuilds, limits.maxRebuildPauseMs, random) }
    : nextOrEnd;
}
