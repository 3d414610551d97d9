import type { Guard } from '../network/guard.js';

/** The settings of a prefetch. */
export interface PrefetchOptions {
  readonly guard: Guard;
  readonly video: HTMLVideoElement;
  /** In seconds; 0 is the beginning. */
  readonly startTime: number;
  /** In pixels; taller renditions are not used, unless there is no other. */
  readonly maxHeight: number;
  /** Whether to start with the rendition that needs the least data. */
  readonly dataSaver: boolean;
  readonly signal: AbortSignal;
}

/** The settings of a prefetch, and the function that prefetches a segment. */
export interface PrefetchContext extends PrefetchOptions {
  /** Prefetches a segment, or a byte range of it; on failure, the engine meets the same error and reports it. */
  fetchSegment(url: URL, range?: string): void;
}
