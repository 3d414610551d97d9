import type { RequestKind } from '../../../src/policy/policy.js';
import type { Answer } from '../../support/world.js';

/** One hostile manifest or server, and the expected outcome. It is plain data, so that the test of `inspect()` can read it as well. */
export interface HostileCase {
  readonly name: string;
  /** The row of the case in the catalogue of leaks in PRIVACY.md. */
  readonly catalogueRow: string;
  /** The responses of the server by URL; a URL without a host is on the player's own site. */
  readonly files: Readonly<Record<string, Answer>>;
  readonly src: string;
  readonly type?: string;
  /** Additional origins that the publisher allows. */
  readonly allow?: readonly string[];
  /** Markup in the page beside the player. */
  readonly pageMarkup?: string;
  /** Markup inside the element. */
  readonly childMarkup?: string;
  /** Attributes of the element besides `src`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The position that playback must reach, because the main content is allowed; undefined if playback must end in an error. */
  readonly playsToSeconds?: number;
  /** Whether the case plays at normal speed, because it is live or too short for a higher rate. */
  readonly atNormalSpeed?: boolean;
  /** Whether both playback and an error are accepted. */
  readonly mayFail?: boolean;
  /** Whether the engine neither plays nor fails, because it waits for the response to a blocked request. */
  readonly waitsForBlocked?: boolean;
  /** A path whose response the engine cannot use. The case ends when that path is requested again. */
  readonly retriedPath?: string;
  /** Request kinds that the report must list as blocked. Absent when no request is expected. */
  readonly blocked?: readonly RequestKind[];
  /** The selection of the viewer that triggers the attack. */
  readonly viewerAction?: 'show captions' | 'switch audio track';
  /** The constructs that `inspect()` must find in the files. */
  readonly constructs?: readonly string[];
  /**
   * A known limit, named in PRIVACY.md: these origins are contacted, or receive the URL of the page. The test fails when the limit
   * disappears.
   */
  readonly hole?: { readonly origins: readonly string[]; readonly referrer?: boolean };
}

export const hlsType = 'application/vnd.apple.mpegurl';
export const dashType = 'application/dash+xml';

/** Returns a response with an HLS playlist. */
export const hlsAnswer = (body: string): Answer => ({ body, type: hlsType });
/** Returns a response with an MPD. */
export const dashAnswer = (body: Answer['body']): Answer => ({ body, type: dashType });
/** Returns a redirect to a URL. */
export const redirectTo = (location: string): Answer => ({ status: 302, headers: { location } });
