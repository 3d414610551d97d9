import fc from 'fast-check';
import { errorCodes } from '../../src/media/error.js';
import { urlKinds } from '../../src/policy/index.js';
import {
  afterFailedManifest,
  afterFailedRequest,
  afterFailedSource,
  afterStill,
  backoff,
  limits,
  type Cause
} from '../../src/media/recovery/policy.js';
import { target, type Target } from './targets.js';

const cause = fc.constantFrom<Cause>('lost', 'silent', 'busy', 'refused', 'missing', 'cut', 'foreign', 'not-yet', 'hopeless');
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const ms = fc.integer({ min: 0, max: 10_000_000 });
const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });

const request = fc.record({
  kind: fc.constantFrom(...urlKinds),
  cause,
  tried: fc.nat(1000),
  age: ms,
  starved: ms,
  starving: fc.boolean(),
  live: fc.boolean(),
  renewable: fc.boolean(),
  retryAfter: ms
});

const sight = fc.record({
  still: ms,
  paused: fc.boolean(),
  ended: fc.boolean(),
  seeking: fc.boolean(),
  current: seconds,
  ahead: seconds,
  next: fc.option(seconds),
  known: fc.option(seconds),
  window: fc.option(fc.record({ start: seconds, end: seconds })),
  live: fc.boolean(),
  edge: fc.option(seconds),
  excused: fc.boolean(),
  silent: ms,
  steps: fc.nat(20)
});

/** The policy is total, patient within its limits, and comes to an end. */
export const recoveryTargets: readonly Target[] = [
  target('recovery: backoff', fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60_000 }), chance), ([tried, cap, random]) => {
    const pause = backoff(tried, cap, random);
    return pause > 0 && pause <= cap;
  }),
  target('recovery: a request', fc.tuple(request, chance), ([facts, random]) => {
    const step = afterFailedRequest(facts, random);
    if (step === 'gone') return !facts.live || facts.renewable;
    // Nobody starves for longer than the limit, on demand.
    const over = !facts.live && facts.starved >= limits.starving && facts.cause !== 'not-yet';
    return step === 'missing' || (!over && step.again > 0 && step.again <= limits.retryAfter);
  }),
  target('recovery: a manifest', fc.tuple(fc.record({ cause, tried: fc.nat(100), age: ms, retryAfter: ms }), chance), ([facts, random]) => {
    const pause = afterFailedManifest(facts, random);
    return pause === undefined || (pause >= 0 && facts.age + pause < 9000);
  }),
  target(
    'recovery: a source',
    fc.tuple(
      fc.record({
        code: fc.constantFrom(...errorCodes),
        retryable: fc.boolean(),
        live: fc.boolean(),
        played: fc.boolean(),
        more: fc.boolean(),
        rebuilds: fc.nat(10),
        barren: fc.nat(10),
        looks: fc.nat(1000),
        renewable: fc.boolean()
      }),
      chance
    ),
    ([facts, random]) => {
      const step = afterFailedSource(facts, random);
      if (step.do === 'next') return facts.more;
      if (step.do === 'wait') return facts.live && step.after <= limits.livePause;
      if (step.do === 'rebuild') return facts.rebuilds < limits.rebuilds && facts.barren < limits.barren;
      return step.do === 'end' ? !facts.more : facts.renewable;
    }
  ),
  target('recovery: a still video', sight, (seen) => {
    const push = afterStill(seen);
    if (push.do === 'jump' || push.do === 'nudge') return Number.isFinite(push.to);
    return push.do !== 'play' || seen.paused;
  })
];
