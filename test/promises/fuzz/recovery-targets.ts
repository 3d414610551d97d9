import fc from 'fast-check';
import { errorCodes } from '../../../src/media/error.js';
import { requestKinds } from '../../../src/policy/index.js';
import {
  afterFailedFirstRequest,
  afterFailedRequest,
  afterFailedAttempt,
  backoff,
  type FailureReason
} from '../../../src/media/recovery/recovery-rules.js';
import { limits } from '../../../src/media/recovery/limits.js';
import { nextStallAction } from '../../../src/media/recovery/stall-rules.js';
import { target, type Target } from './targets.js';

const reason = fc.constantFrom<FailureReason>(
  'connection-failed',
  'timeout',
  'server-busy',
  'not-authorised',
  'client-error',
  'truncated',
  'unusable-body',
  'unavailable',
  'not-retryable'
);
const randomNumber = fc.double({ min: 0, max: 1, noNaN: true });
const milliseconds = fc.integer({ min: 0, max: 10_000_000 });
const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });

const request = fc.record({
  kind: fc.constantFrom(...requestKinds),
  reason,
  earlierFailures: fc.nat(1000),
  elapsed: milliseconds,
  rebufferedFor: milliseconds,
  lacksData: fc.boolean(),
  live: fc.boolean(),
  renewable: fc.boolean(),
  retryAfter: milliseconds
});

const snapshot = fc.record({
  stalledFor: milliseconds,
  sinceSeek: milliseconds,
  paused: fc.boolean(),
  ended: fc.boolean(),
  seeking: fc.boolean(),
  position: seconds,
  bufferedAhead: seconds,
  nextRangeStart: fc.option(seconds),
  skippedUntil: fc.option(seconds),
  seekable: fc.option(fc.record({ start: seconds, end: seconds })),
  live: fc.boolean(),
  livePosition: fc.option(seconds),
  duration: fc.oneof(seconds, fc.constantFrom(NaN, Infinity)),
  bufferedEnd: fc.option(seconds),
  loading: fc.boolean(),
  waitExpected: fc.boolean(),
  noMediaFor: milliseconds,
  actionsTaken: fc.nat(20)
});

/** The functions of the recovery rules: each returns a decision for every input, respects its limits and terminates. */
export const recoveryTargets: readonly Target[] = [
  target('media: backoff', fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60_000 }), randomNumber), ([failureCount, maxPause, random]) => {
    const pause = backoff(failureCount, maxPause, random);
    return pause > 0 && pause <= maxPause;
  }),
  target('media: afterFailedRequest', fc.tuple(request, randomNumber), ([facts, random]) => {
    const step = afterFailedRequest(facts, random);
    if (step === 'fail-attempt') return !facts.live || facts.renewable;
    // On demand, rebuffering does not exceed the limit.
    const isOverLimit = !facts.live && facts.rebufferedFor >= limits.maxRebufferingMs && facts.reason !== 'unavailable';
    return step === 'give-up-request' || (!isOverLimit && step.pause > 0 && step.pause <= limits.maxRetryAfterMs);
  }),
  target(
    'media: afterFailedFirstRequest',
    fc.tuple(fc.record({ reason, earlierFailures: fc.nat(100), elapsed: milliseconds, retryAfter: milliseconds }), randomNumber),
    ([facts, random]) => {
      const pause = afterFailedFirstRequest(facts, random);
      return pause === undefined || (pause >= 0 && facts.elapsed + pause < 9000);
    }
  ),
  target(
    'media: afterFailedAttempt',
    fc.tuple(
      fc.record({
        code: fc.constantFrom(...errorCodes),
        retryable: fc.boolean(),
        live: fc.boolean(),
        played: fc.boolean(),
        hasNextSource: fc.boolean(),
        rebuilds: fc.nat(10),
        rebuildsWithoutProgress: fc.nat(10),
        damageSkips: fc.nat(10),
        livePolls: fc.nat(1000),
        renewable: fc.boolean()
      }),
      randomNumber
    ),
    ([facts, random]) => {
      const step = afterFailedAttempt(facts, random);
      if (step.type === 'next') return facts.hasNextSource;
      if (step.type === 'wait') return facts.live && step.pause <= limits.maxUnavailablePauseMs;
      if (step.type === 'rebuild')
        return facts.rebuilds < limits.maxRebuilds && facts.rebuildsWithoutProgress < limits.maxRebuildsWithoutProgress;
      if (step.type === 'skip') return step.seconds > 0 && facts.damageSkips < limits.maxDamageSkips;
      return step.type === 'end' ? !facts.hasNextSource : facts.renewable;
    }
  ),
  target('media: nextStallAction', snapshot, (facts) => {
    const action = nextStallAction(facts);
    if (action.type === 'jump' || action.type === 'nudge') return Number.isFinite(action.to);
    return action.type !== 'play' || facts.paused;
  })
];
