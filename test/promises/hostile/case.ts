import type { RequestKind } from '../../../src/policy/policy.js';
import type { Answer } from '../../support/world.js';

/** One attack manifest or server, and its expected outcome. It is plain data, so that the test of the inspector can read it as well. */
export interface HostileCase {
  readonly name: string;
  /** Its row in the catalogue of leaks in PRIVACY.md. */
  readonly row: string;
  /** The responses of the server by URL; a URL without a host is on the player's own site. */
  readonly files: Readonly<Record<string, Answer>>;
  readonly src: string;
  readonly type?: string;
  /** Additional origins that the publisher allows. */
  readonly allow?: readonly string[];
  /** Markup in the page beside the player. */
  readonly beside?: string;
  /** Markup inside the element. */
  readonly inside?: string;
  /** Attributes of the element besides `src`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The main content is allowed, so it must play up to this time in seconds; undefined when it must end in an error instead. */
  readonly playsTo?: number;
  /** Play at normal speed, because the case is live or too short for a higher rate. */
  readonly unhurried?: boolean;
  /** Both playback and an error are accepted; anything else fails. */
  readonly mayFail?: boolean;
  /** The engine neither plays nor fails: it waits for the response that was blocked. */
  readonly waits?: boolean;
  /** A path whose response the engine cannot use; the case ends when that path is requested again. */
  readonly requested?: string;
  /** Request kinds that the report must list as blocked. Absent when no request is expected. */
  readonly blocked?: readonly RequestKind[];
  /** Selections of the viewer that trigger the attack. */
  readonly act?: 'show captions' | 'switch audio track';
  /** Constructs that the inspector must find in the files, by their name in its tables. */
  readonly finds?: readonly string[];
  /**
   * A known gap, named in PRIVACY.md: these origins are contacted, or learn the playback position. The test fails when the gap is closed.
   */
  readonly hole?: { readonly origins: readonly string[]; readonly referrer?: boolean };
}

export const hlsType = 'application/vnd.apple.mpegurl';
export const dashType = 'application/dash+xml';

/** Shorthand for a response with an HLS playlist. */
export const hls = (body: string): Answer => ({ body, type: hlsType });
/** Shorthand for a response with an MPD. */
export const dash = (body: Answer['body']): Answer => ({ body, type: dashType });
/** Shorthand for a redirect. */
export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });
