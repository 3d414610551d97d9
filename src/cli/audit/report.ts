import type { Evidence, MediaKind, PhaseName, PhaseRecord, RecordedCall, RecordedCookie, StoredItem } from './evidence.js';
import type { Identifier } from './identifiers.js';

/** How much of the page's URL a host learns from the Referer header. */
export type ReferrerLevel = 'none' | 'origin' | 'full';

/** Everything that was sent to one host. Blocked and cached requests are not included, because they reached no host. */
export interface HostRow {
  /** Host name, with the port if it is not the scheme's default. */
  readonly host: string;
  /** Whether it is the audited page's own host. */
  readonly own: boolean;
  /** Whether `--expect` named it. */
  readonly expected: boolean;
  readonly requests: number;
  readonly bytes: number;
  readonly phases: readonly PhaseName[];
  readonly types: readonly string[];
  /** Requests for scripts. Their host can do everything on the page that the page itself can do. */
  readonly scripts: number;
  /** Requests with cookies or an Authorization header. */
  readonly withCredentials: number;
  readonly referrer: ReferrerLevel;
  /** The causes of the requests: URLs of scripts, documents and style sheets, without queries. */
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

/** One URL that responses named as a receiver of the browser's reports: NEL, CSP, COOP, COEP, deprecations or crashes. */
export interface ReportingRow {
  readonly host: string;
  readonly url: string;
  readonly expected: boolean;
  /** The names of the headers. */
  readonly headers: readonly string[];
  /** The hosts whose responses had the headers. */
  readonly from: readonly string[];
  readonly phase: PhaseName;
  /** Reports that were sent to it during the visit; a browser may send more for minutes afterwards. */
  readonly deliveries: number;
}

/** What the header `tdm-reservation` of a response says. */
export type HeaderState = 'reserved' | 'not reserved' | 'none';

/** What `/.well-known/tdmrep.json` of the origin says about a URL. */
export type FileState = 'reserved' | 'not reserved' | 'no rule' | 'no file' | 'not JSON' | 'not read';

/** What responses with media say about text and data mining: one row for each kind in a folder, if they all say the same. */
export interface ReservationRow {
  readonly host: string;
  /** The folder of the media, without names of files. */
  readonly url: string;
  readonly kind: MediaKind;
  readonly responses: number;
  readonly header: HeaderState;
  readonly file: FileState;
  /** The URL of the licence terms; '' if there is none. */
  readonly policy: string;
  /** The value of `X-Robots-Tag`; '' if it was absent. */
  readonly robots: string;
  /** Whether the media are reserved by the TDM Reservation Protocol: by the header, or by the file if there is no header. */
  readonly reserved: boolean;
  /** What the responses or the origin could add: a header, or the file. */
  readonly missing: readonly string[];
}

export interface Verdict {
  /** Whether the audit is complete and nothing was found. */
  readonly clean: boolean;
  /** Why the audit did not see a video play, in one sentence; '' if it did. */
  readonly incomplete: string;
  readonly sentence: string;
  /** Origins that are neither the page's own nor expected. */
  readonly unexpected: readonly string[];
}

/** The JSON output of an audit; `report.schema.json` describes it. */
export interface Report {
  readonly format: 'jet-player-audit';
  readonly formatVersion: 1;
  readonly tool: string;
  readonly browser: string;
  /** `status` is the HTTP status of the document; 0 if it is not known. */
  readonly page: { readonly url: string; readonly host: string; readonly title: string; readonly status: number };
  readonly startedAt: string;
  readonly phases: readonly PhaseRecord[];
  /** Whether a video or audio element played during the visit. */
  readonly played: boolean;
  readonly expected: readonly string[];
  readonly verdict: Verdict;
  readonly hosts: readonly HostRow[];
  readonly cookies: readonly RecordedCookie[];
  readonly storage: readonly StoredItem[];
  readonly fingerprinting: readonly RecordedCall[];
  readonly identifiers: readonly IdentifierRow[];
  readonly referrers: readonly ReferrerRow[];
  /** Absent in reports of versions that did not check it. */
  readonly reporting?: readonly ReportingRow[];
  /** Absent in reports of versions that did not check it. */
  readonly reservation?: readonly ReservationRow[];
  readonly requests: readonly RequestRow[];
  readonly limits: readonly string[];
  /** What the method cannot see in any visit. */
  readonly unseen: readonly string[];
}

/** The input of a report. */
export interface ReportInput {
  readonly evidence: Pick<
    Evidence,
    | 'requests'
    | 'cookies'
    | 'storage'
    | 'calls'
    | 'phases'
    | 'reporting'
    | 'media'
    | 'reservationFiles'
    | 'status'
    | 'foundMedia'
    | 'played'
  >;
  readonly requested: URL;
  /** The URL after redirects. */
  readonly page: URL;
  readonly title: string;
  readonly browser: string;
  readonly tool: string;
  readonly startedAt: Date;
  readonly expected: readonly string[];
}
