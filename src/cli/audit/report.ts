import type { Evidence, PhaseName, PhaseNote, SeenCall, SeenCookie, SeenStorage } from './evidence.js';
import type { Identifier } from './identifiers.js';

/** How much of the page's address a host learns from the Referer header. */
export type ReferrerLevel = 'none' | 'origin' | 'full';

/** Everything that went to one host. Blocked and cached requests are not in the figures: they reached nobody. */
export interface HostRow {
  /** Host name, with the port where it is not the scheme's own. */
  readonly host: string;
  /** It is the audited page's own host. */
  readonly own: boolean;
  /** It was named by `--expect`. */
  readonly expected: boolean;
  readonly requests: number;
  readonly bytes: number;
  readonly phases: readonly PhaseName[];
  readonly types: readonly string[];
  /** Requests for scripts: their sender can do on the page whatever the page can. */
  readonly scripts: number;
  /** Requests that carried cookies or an Authorization header. */
  readonly withCredentials: number;
  readonly referrer: ReferrerLevel;
  /** What asked for them: addresses of scripts, documents and style sheets, without their queries. */
  readonly initiators: readonly string[];
}

/** One request to another host, or one that carries an identifier. Values in the URL are shortened. */
export interface RequestRow {
  readonly host: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly phase: PhaseName;
  readonly initiator: string;
  readonly bytes: number;
  readonly outcome: 'sent' | 'failed' | 'blocked';
  readonly reason: string;
  readonly count: number;
}

export interface IdentifierRow extends Identifier {
  readonly host: string;
  readonly url: string;
  readonly phase: PhaseName;
  readonly count: number;
}

export interface ReferrerRow {
  readonly host: string;
  readonly level: Exclude<ReferrerLevel, 'none'>;
  readonly requests: number;
}

export interface Verdict {
  /** Nothing was found. */
  readonly clean: boolean;
  readonly sentence: string;
  /** Origins that are neither the page's own nor expected. */
  readonly unexpected: readonly string[];
}

/** What an audit hands out as JSON; `report.schema.json` describes it. */
export interface Report {
  readonly format: 'jet-player-audit';
  readonly formatVersion: 1;
  readonly tool: string;
  readonly browser: string;
  readonly page: { readonly url: string; readonly host: string; readonly title: string };
  readonly startedAt: string;
  readonly phases: readonly PhaseNote[];
  readonly expected: readonly string[];
  readonly verdict: Verdict;
  readonly hosts: readonly HostRow[];
  readonly cookies: readonly SeenCookie[];
  readonly storage: readonly SeenStorage[];
  readonly fingerprinting: readonly SeenCall[];
  readonly identifiers: readonly IdentifierRow[];
  readonly referrers: readonly ReferrerRow[];
  readonly requests: readonly RequestRow[];
  readonly limits: readonly string[];
}

/** What a report is made from. */
export interface Findings {
  readonly evidence: Pick<Evidence, 'requests' | 'cookies' | 'storage' | 'calls' | 'phases'>;
  /** The address that was asked for, and the one that answered. */
  readonly requested: URL;
  readonly page: URL;
  readonly title: string;
  readonly browser: string;
  readonly tool: string;
  readonly startedAt: Date;
  readonly expected: readonly string[];
}

/** What such a visit cannot show; every report says so. */
export const limits: readonly string[] = [
  'It shows one visit, at one time, from one place, with a browser that has no history; another visit may show more.',
  'No consent was given or refused. What a page does after consent was not tried.',
  'Whoever receives a request also learns the viewer’s IP address, the time and the browser’s usual headers. What the host does with them cannot be seen from outside.',
  'Casting, picture-in-picture, fullscreen and payment were not tried. Content of cookies, storage and request bodies is not kept in this report.',
  'To which company or country a host belongs is not stated: a name does not prove it.'
];
