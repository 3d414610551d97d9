/** The phases of the visit, in this order. `load` is everything before the first click. */
export const phaseNames = ['load', 'play', 'seek', 'menu', 'pause', 'leave'] as const;
export type PhaseName = (typeof phaseNames)[number];

/**
 * The cause of a request: an element of a document, a style sheet, a script, a redirect, or a cause that the browser does not name.
 */
export interface Initiator {
  readonly type: string;
  /** The script, document or style sheet, if known. */
  readonly url: string;
  /** Its line, from 1; 0 when unknown. */
  readonly line: number;
}

/** The outcome of a request. Requests that are `blocked` or `cached` reach no host. */
type Outcome = 'sent' | 'failed' | 'blocked' | 'cached';

/** One request, as a recorder observed it. */
export interface RecordedRequest {
  readonly url: string;
  readonly method: string;
  /**
   * Chromium's name for its type (`Document`, `Script`, `Media`, `Fetch` …), or `WebRTC`, `DNS lookup`, `Preconnect` or `Report` from the
   * network log.
   */
  type: string;
  readonly phase: PhaseName;
  readonly initiator: Initiator;
  /** The Referer header; '' if none was sent. */
  referrer: string;
  /** Names of the cookies that it sent; `*` if only their presence is known. */
  cookies: readonly string[];
  /** Names of the cookies that its response set. */
  setCookies: readonly string[];
  /** Whether it sent an Authorization header. */
  authorization: boolean;
  /** Names and values of headers that contain Common Media Client Data. */
  cmcd: readonly string[];
  body: string;
  bytes: number;
  outcome: Outcome;
  /** Why it failed or was blocked; '' otherwise. */
  reason: string;
}

/** Returns a sent request of which nothing else is known yet. */
export function newRequest(
  fields: Pick<RecordedRequest, 'url' | 'method' | 'type' | 'phase' | 'initiator'> & { readonly body?: string }
): RecordedRequest {
  return {
    body: '',
    ...fields,
    referrer: '',
    cookies: [],
    setCookies: [],
    authorization: false,
    cmcd: [],
    bytes: 0,
    outcome: 'sent',
    reason: ''
  };
}

export interface RecordedCookie {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  /** Seconds since 1970; -1 for a session cookie. */
  readonly expires: number;
  readonly characters: number;
  readonly phase: PhaseName;
  /** Whether the browser refused to store it. */
  readonly refused: boolean;
}

export type StoredItemKind =
  | 'localStorage'
  | 'sessionStorage'
  | 'IndexedDB'
  | 'Cache'
  | 'service worker'
  | 'OPFS'
  | 'storage bucket'
  | 'shared storage'
  | 'other storage';

/** One stored item: an entry of web storage, a database, a cache, a file, a bucket or a service worker. Its content is never read. */
export interface StoredItem {
  readonly kind: StoredItemKind;
  readonly origin: string;
  readonly name: string;
  readonly characters: number;
  readonly phase: PhaseName;
  /** Whether it was removed before the page was left. */
  removed: boolean;
}

/** One call that can identify devices or people, and the script that made it in a document or worker. */
export interface RecordedCall {
  readonly api: string;
  readonly detail: string;
  /** URL, line and column of the caller. */
  readonly caller: string;
  /** The origin of the document or worker. */
  readonly origin: string;
  readonly phase: PhaseName;
}

/** A response header that names a URL to which browsers send reports about the visit. */
interface ReportReceiver {
  /** The URL that receives the reports. */
  readonly url: string;
  /** The URL whose response had the header. */
  readonly from: string;
  readonly header: string;
  readonly phase: PhaseName;
}

export type MediaKind = 'video' | 'audio' | 'playlist' | 'captions' | 'image';

/** A successful response with media, and what its headers say about text and data mining; '' for an absent header. */
export interface RecordedMedia {
  readonly url: string;
  readonly kind: MediaKind;
  /** `tdm-reservation`. */
  readonly reservation: string;
  /** `tdm-policy`. */
  readonly policy: string;
  /** `X-Robots-Tag`. */
  readonly robots: string;
}

/** The `/.well-known/tdmrep.json` of an origin, for which the audit itself asked. */
export interface ReservationFile {
  readonly origin: string;
  /** `none`: the server has no such file. `not read`: no response, a redirect, an error of the server, or a file that is too large. */
  readonly outcome: 'read' | 'none' | 'not read';
  readonly text: string;
}

/** A phase of the visit, with its result. */
export interface PhaseRecord {
  readonly name: PhaseName;
  /** The action, in plain words. */
  readonly done: string;
  readonly seconds: number;
}

/** Everything that the recorders observe. They add to it while the page runs. */
export class Evidence {
  readonly requests: RecordedRequest[] = [];
  readonly cookies: RecordedCookie[] = [];
  readonly storage: StoredItem[] = [];
  readonly calls: RecordedCall[] = [];
  readonly reporting: ReportReceiver[] = [];
  readonly phases: PhaseRecord[] = [];
  readonly media: RecordedMedia[] = [];
  readonly reservationFiles: ReservationFile[] = [];
  /** URLs that the audit itself requests after the visit. */
  readonly auditRequests = new Set<string>();
  readonly #starts: { readonly name: PhaseName; readonly time: number }[] = [];
  /** The HTTP status of the page's document; 0 as long as it is not known. */
  status = 0;
  /** Whether a video or audio element was found. */
  foundMedia = false;
  /** Whether a video or audio element played. */
  played = false;
  /** The start of the last request, in milliseconds since 1970. */
  lastRequest = 0;

  get phase(): PhaseName {
    return this.#starts.at(-1)?.name ?? 'load';
  }

  begin(name: PhaseName): void {
    this.#starts.push({ name, time: Date.now() });
  }

  /** Returns the phase at a time in milliseconds since 1970. */
  phaseAt(time: number): PhaseName {
    return this.#starts.findLast(({ time: start }) => start <= time)?.name ?? 'load';
  }

  addRequest(request: RecordedRequest): RecordedRequest {
    this.requests.push(request);
    this.lastRequest = Date.now();
    return request;
  }

  addCookie(cookie: RecordedCookie): void {
    const isRecorded = this.cookies.some(
      (other) => other.name === cookie.name && other.domain === cookie.domain && other.path === cookie.path
    );
    if (!isRecorded) this.cookies.push(cookie);
  }

  addStorage(entry: StoredItem): void {
    const recordedItem = this.storage.find(
      ({ kind, origin, name }) => kind === entry.kind && origin === entry.origin && name === entry.name
    );
    if (recordedItem) recordedItem.removed = entry.removed;
    else this.storage.push(entry);
  }

  addReporting(row: ReportReceiver): void {
    const isRecorded = this.reporting.some(({ url, from, header }) => url === row.url && from === row.from && header === row.header);
    if (!isRecorded) this.reporting.push(row);
  }

  addCall(call: RecordedCall): void {
    const isRecorded = this.calls.some(
      ({ api, detail, caller, origin }) => api === call.api && detail === call.detail && caller === call.caller && origin === call.origin
    );
    if (!isRecorded) this.calls.push(call);
  }
}
