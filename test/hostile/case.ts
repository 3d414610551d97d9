import type { UrlKind } from '../../src/policy/policy.js';
import type { Answer } from '../support/world.js';

/** One manifest or server that means harm, and what has to become of it. Pure data, so that the inspector's test reads it as well. */
export interface HostileCase {
  readonly name: string;
  /** Its row in the catalogue of leaks that PRIVACY.md lists. */
  readonly row: string;
  /** What the world holds; an address without a host is on the player's own site. */
  readonly files: Readonly<Record<string, Answer>>;
  readonly src: string;
  readonly type?: string;
  /** Further origins that the publisher allows. */
  readonly allow?: readonly string[];
  /** Markup that stands in the page beside the player. */
  readonly beside?: string;
  /** Markup inside the element. */
  readonly inside?: string;
  /** Attributes of the element besides `src`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The primary content is allowed, so it must play, to here (seconds); undefined where it must end in an error instead. */
  readonly playsTo?: number;
  /** Played at its own speed: it is live, or there is too little of it to hurry. */
  readonly unhurried?: boolean;
  /** The engine neither plays nor gives up: it waits for what it was refused. */
  readonly waits?: boolean;
  /** A path that answers in a way the engine cannot use; the case is over when it was asked for again. */
  readonly asked?: string;
  /** Kinds that the report must name as blocked. Absent: nothing is asked for in the first place. */
  readonly blocked?: readonly UrlKind[];
  /** Choices of the viewer that bring the hostile part into play. */
  readonly act?: 'show captions' | 'switch sound';
  /** Constructs that the inspector must find in the files, by their name in its tables. */
  readonly finds?: readonly string[];
  /** A hole that is known and named in PRIVACY.md: these origins are reached, or learn where the player stands. The test fails when the hole closes. */
  readonly hole?: { readonly origins: readonly string[]; readonly referrer?: boolean };
}

export const hlsType = 'application/vnd.apple.mpegurl';
export const dashType = 'application/dash+xml';

/** Shorthand for an HLS playlist as an answer. */
export const hls = (body: string): Answer => ({ body, type: hlsType });
/** Shorthand for an MPD as an answer. */
export const dash = (body: Answer['body']): Answer => ({ body, type: dashType });
/** Shorthand for a redirect. */
export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });
