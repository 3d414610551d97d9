import type { MissingSegmentFacts } from './recovery-rules.js';

/** How an engine is answered when a segment is permanently missing. */
export type MissingSegmentAnswer =
  /** The server's error response: the engine selects another rendition itself. */
  | 'error-response'
  /** A response that stays incomplete: the engine switches to another rendition and aborts the request. */
  | 'pending-response'
  /** An empty segment: the engine continues with the next one. */
  | 'empty-segment';

/** Knows the segments that an engine requests, and decides what happens without one. */
export interface MissingSegmentHandler {
  /** Called with the identifier of a permanently missing segment. Returns how the engine is answered. */
  onMissingSegment(id: string): MissingSegmentAnswer;
  /** Whether the segment with this identifier may end inside a box. */
  mayBeCut(id: string): boolean;
  /** Returns what is known about other segments that are missing, those beside the segment with this identifier included. */
  missingSegmentFacts(id: string): MissingSegmentFacts;
}

/** The handler of an engine that does not tell its segments apart. */
export const noHandler: MissingSegmentHandler = {
  onMissingSegment: () => 'error-response',
  mayBeCut: () => false,
  missingSegmentFacts: () => ({ missingElsewhere: false, missingBefore: 0, skipped: 0 })
};
