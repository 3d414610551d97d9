import type { RequestKind } from '../policy.js';

/**
 * `high`: it makes the player report about the viewer, or lets another party choose the hosts. `medium`: another host is contacted. `low`:
 * worth knowing, but nothing is fetched automatically.
 */
export type Severity = 'high' | 'medium' | 'low';

/** What a publisher should know of one kind of construct in a manifest. */
export interface ConstructInfo {
  /** The name of the kind, such as `hls-key`. Stable, so that a command line or a test can name it. */
  readonly construct: string;
  /** Its effect, for readers who do not know manifests. */
  readonly explanation: string;
  /** Its specification. */
  readonly specification: string;
  readonly severity: Severity;
}

/** A construct in a manifest, with the first URL that it contains; one finding for each construct and origin. */
export interface Finding extends ConstructInfo {
  readonly url?: string;
}

/** One origin that a manifest names: its purposes, and how often. */
export interface NamedHost {
  /** Scheme, host and port; only the scheme if the URL has no host. */
  readonly origin: string;
  readonly kinds: readonly RequestKind[];
  readonly count: number;
}
