import { BoundedMap } from '../../lib/bounded-map.js';
import { containingRange, type TimeRange } from '../../lib/time-ranges.js';
import { PlayerError } from '../error.js';
import { limits } from './limits.js';
import type { MissingSegmentFacts } from './recovery-rules.js';
import type { MissingSegmentHandler, MissingSegmentAnswer } from './missing-segment-handler.js';
import { segmentId, type RetryingGuard } from './retrying-guard.js';
import type { AttemptMonitor } from './attempt-monitor.js';

/** A reference to a media or init segment that an engine requests. */
export interface SegmentRef {
  readonly type: 'video' | 'audio' | 'other';
  /** Identifies the rendition or track among those of its type. */
  readonly rendition: string;
  /** Identifies the segment in all renditions. */
  readonly position: string;
  /** Seconds on the presentation timeline. `start` and `end` are equal for an init segment, which has no time of its own. */
  readonly start: number;
  readonly end: number;
  /** Whether the manifest may list only a part of the segment, such as its first frame. */
  readonly cut?: boolean;
  /** Whether the manifest numbers its segments instead of listing them, so that a requested segment may not exist yet. */
  readonly unlisted?: boolean;
}

/** Switch to another rendition; skip the segment; or neither, for a segment that is unknown, or a missing init segment. */
export type MissingSegmentDecision = 'switch-rendition' | 'skip' | 'none';

interface MissingSegmentsContext {
  readonly guard: RetryingGuard;
  readonly monitor: AttemptMonitor;
  /** The withdrawn passages, in ascending order; segments inside are skipped without a request. */
  readonly withdrawn: readonly TimeRange[];
}

/** Seconds by which the times of a segment may be rounded. */
const roundingSeconds = 0.01;
/** Maximum number of segments that are remembered. */
const maxRemembered = 500;

/**
 * Decides how to continue when a segment is permanently missing: switch to another rendition, or skip it.
 *
 * A media segment that is missing in two renditions counts as missing in all; an init segment does not, because each rendition has its
 * own. More than five consecutive skips fail the attempt.
 */
export class MissingSegments<Ref extends SegmentRef = SegmentRef> implements MissingSegmentHandler {
  readonly #answers: Readonly<Record<MissingSegmentDecision, MissingSegmentAnswer>>;
  readonly #candidateCount: (segment: Ref) => number;
  readonly #context: MissingSegmentsContext;
  readonly #decisions = new BoundedMap<string, MissingSegmentDecision>(maxRemembered);
  readonly #segments = new BoundedMap<string, Ref>(maxRemembered);
  /** The renditions in which the segment at a position is missing, by type and position. */
  readonly #missingIn = new BoundedMap<string, Set<string>>(maxRemembered);
  /** The positions of segments that cannot be decoded, by type and position; they count as missing in every rendition. */
  readonly #undecodable = new BoundedMap<string, true>(maxRemembered);
  readonly #gaps = new BoundedMap<string, SegmentRef>(maxRemembered);
  readonly #consecutiveSkips = new Map<SegmentRef['type'], Set<string>>();

  /** `answers`: the response to the engine for each decision; `candidateCount`: how many renditions may contain a segment. */
  constructor(
    context: MissingSegmentsContext,
    answers: Readonly<Record<MissingSegmentDecision, MissingSegmentAnswer>>,
    candidateCount: (segment: Ref) => number
  ) {
    this.#answers = answers;
    this.#candidateCount = candidateCount;
    this.#context = context;
    context.guard.handleMissingSegments(this);
  }

  /** Registers a segment that an engine is about to request. */
  announceSegment(id: string, segment: Ref): void {
    this.#segments.set(id, segment);
    if (this.isWithdrawn(segment)) this.#context.guard.markMissing(id);
  }

  /** Returns the identifier of the requested segment from the engine's URL and, if any, the `Range` header. */
  segmentIdOf(url: string, range?: string): string {
    return segmentId(new URL(url, this.#context.guard.base), range);
  }

  /** Reports that a segment of this type arrived and was usable. */
  recordArrival(type: SegmentRef['type']): void {
    this.#consecutiveSkips.delete(type);
  }

  segmentOf(id: string): Ref | undefined {
    return this.#segments.get(id);
  }

  /** Returns the decision about a missing segment. */
  decisionOn(id: string): MissingSegmentDecision {
    return this.#decisions.get(id) ?? 'none';
  }

  mayBeCut(id: string): boolean {
    return this.segmentOf(id)?.cut === true;
  }

  missingSegmentFacts(id: string): MissingSegmentFacts {
    const segment = this.segmentOf(id);
    const missingElsewhere = segment !== undefined && this.#missingIn.has(`${segment.type} ${segment.position}`);
    const missingBefore = segment?.unlisted ? [...this.#consecutiveSkips.values()].reduce((sum, { size }) => sum + size, 0) : 0;
    return { missingElsewhere, missingBefore, skipped: this.#gaps.size };
  }

  onMissingSegment(id: string): MissingSegmentAnswer {
    const decision = this.#chooseDecision(id);
    this.#decisions.set(id, decision);
    return this.#answers[decision];
  }

  #chooseDecision(id: string): MissingSegmentDecision {
    const { monitor } = this.#context;
    const segment = this.segmentOf(id);
    if (!segment) return 'none';
    if (this.isWithdrawn(segment)) return 'skip';
    const { type, rendition, position } = segment;
    const positionKey = `${type} ${position}`;
    const renditions = this.#missingIn.get(positionKey) ?? new Set<string>();
    this.#missingIn.set(positionKey, renditions);
    renditions.add(rendition);
    const isInit = segment.start === segment.end;
    const isUndecodable = this.#undecodable.has(positionKey);
    if (!isUndecodable && renditions.size < Math.min(isInit ? Infinity : 2, this.#candidateCount(segment))) {
      monitor.health.count('swaps');
      return 'switch-rendition';
    }
    // A track cannot be decoded without its init segment.
    if (isInit) {
      if (type !== 'other') monitor.failAttempt(new PlayerError('source/not-found', 'A track of this video is missing.'));
      return 'none';
    }
    if (!this.#gaps.has(positionKey)) monitor.health.count('skips');
    this.#gaps.set(positionKey, segment);
    const skippedPositions = this.#consecutiveSkips.get(type) ?? new Set<string>();
    this.#consecutiveSkips.set(type, skippedPositions.add(position));
    if (skippedPositions.size > limits.maxConsecutiveSkips)
      monitor.failAttempt(new PlayerError('source/not-found', 'Too many segments of this video are missing.'));
    return 'skip';
  }

  /** Whether a media segment lies wholly inside a withdrawn passage, apart from rounding. */
  protected isWithdrawn({ start, end }: SegmentRef): boolean {
    const tolerance = Math.min(roundingSeconds, (end - start) / 4);
    return start < end && containingRange(this.#context.withdrawn, start + tolerance, end - tolerance) !== undefined;
  }

  /** Whether a segment was recently marked as missing. */
  isMissing(id: string): boolean {
    return this.#context.guard.isMissing(id);
  }

  /** Marks a segment that cannot be decoded as missing in every rendition. */
  markUndecodable(id: string): void {
    const { guard, monitor } = this.#context;
    const segment = this.segmentOf(id);
    guard.markMissing(id);
    if (!segment) return;
    const positionKey = `${segment.type} ${segment.position}`;
    this.#gaps.set(positionKey, segment);
    this.#missingIn.set(positionKey, new Set([segment.rendition]));
    this.#undecodable.set(positionKey, true);
    monitor.health.count('skips');
  }

  /** Returns the identifier of the last requested segment that fits. */
  findSegmentId(fits: (segment: Ref) => boolean): string | undefined {
    return [...this.#segments].findLast(([, segment]) => fits(segment))?.[0];
  }

  /** Returns the end, in seconds, of the skipped segments and withdrawn passages that contain the time or start just after it; else null. */
  skippedUntil(seconds: number): number | null {
    let skippedUntil: number | null = null;
    for (const { start, end } of [...this.#gaps.values(), ...this.#context.withdrawn].sort((a, b) => a.start - b.start))
      if ((skippedUntil ?? seconds) >= start - 0.5 && (skippedUntil ?? seconds) < end) skippedUntil = end;
    return skippedUntil;
  }
}
