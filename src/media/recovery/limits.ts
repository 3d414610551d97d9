/** The limits of the recovery rules. Times are in milliseconds and end in `Ms`, unless the name says `Seconds`. */
export const limits = {
  /** On demand: once playback has waited for one request for this long, the next failure of this request ends the attempt. */
  maxRebufferingMs: 12_000,
  /** A live segment may be announced this long before it exists; the time doubles after each missing segment, up to `maxLiveSegmentWaitMs`. */
  liveSegmentGraceMs: 3000,
  /** Longest time for which a missing segment of a live channel is requested again, and the longest pause between two of these requests. */
  maxLiveSegmentWaitMs: 30_000,
  maxLiveSegmentPauseMs: 1000,
  /** A request without the headers of a response for this long has failed; the first request of a source is retried once after that. */
  responseTimeoutMs: 5500,
  /** A response without a further byte for this long is a broken connection. */
  nextByteTimeoutMs: 4000,
  /** Longest `Retry-After` that is honoured; while rebuffering on demand, `maxRetryAfterWhileRebufferingMs`. */
  maxRetryAfterMs: 30_000,
  maxRetryAfterWhileRebufferingMs: 8000,
  /** No retry of the first request of a source starts later than this after the first try. */
  firstRequestWindowMs: 9000,
  /** Longest pause between two tries of the first request of a source. */
  maxFirstRequestPauseMs: 2000,
  /** Longest pause between two retries while playback waits for data. */
  maxPauseWhileRebufferingMs: 1000,
  /** Longest pause between two retries of a live stream while buffer remains. */
  maxLivePauseWhileBufferedMs: 8000,
  /** Longest pause between two retries on demand while buffer remains. */
  maxPauseWhileBufferedMs: 15_000,
  /** Consecutive segments that may be skipped before the attempt fails. */
  maxConsecutiveSkips: 5,
  /** After this many skipped segments, a missing one is skipped at its first 404. */
  skipsBeforeFastSkip: 2,
  /** New engines for one source within `rebuildWindowMs`. */
  maxRebuilds: 3,
  /** New engines that may fail at the same playback position. */
  maxRebuildsWithoutProgress: 1,
  rebuildWindowMs: 120_000,
  /** Longest pause before a new engine. */
  maxRebuildPauseMs: 4000,
  /** Consecutive skips of media that the browser cannot decode; each skips twice as many seconds as the one before. */
  maxDamageSkips: 4,
  /** Longest pause between two checks of a live channel that is not on the air. */
  maxUnavailablePauseMs: 30_000,
  /** Seconds by which the media may end before the duration that the manifest gives. */
  maxEarlyEndSeconds: 10
} as const;
