import type { UrlKind } from '../policy.js';

/**
 * `high`: it makes the player report about the viewer, or hands the choice of hosts to somebody else. `medium`: another host is
 * contacted. `low`: worth knowing, nothing is fetched by itself.
 */
export type Severity = 'high' | 'medium' | 'low';

/** A kind of thing that a manifest can say and a publisher should know of. */
export interface Construct {
  /** Stable, so that a command line or a test can name it. */
  readonly construct: string;
  /** What it does, for somebody who does not read manifests. */
  readonly explanation: string;
  /** Where it is specified. */
  readonly specification: string;
  readonly severity: Severity;
}

/** A construct that a manifest holds, with the first address that it names; one finding for each construct and origin. */
export interface Finding extends Construct {
  readonly url?: string;
}

/** One origin that a manifest names: what for, and how often. */
export interface NamedHost {
  /** Scheme, host and port; only the scheme where the address has no host. */
  readonly origin: string;
  readonly kinds: readonly UrlKind[];
  readonly count: number;
}
