/** The phases of the visit, in this order. `load` is everything before the first click. */
export const phaseNames = ['load', 'play', 'seek', 'menu', 'pause', 'leave'] as const;
export type PhaseName = (typeof phaseNames)[number];

/**
 * What caused a request: an element of a document or style sheet, a script, the page's redirect, or a cause that the browser does not name.
 */
export interface Initiator {
  readonly type: string;
  /** The script, document or style sheet, if known. */
  readonly url: string;
  /** Its line, from 1; 0 when unknown. */
  readonly line: number;
}

/** The outcome of a request. `blocked` and `cached` ones reached no host. */
type Outcome = 'sent' | 'failed' | 'blocked' | 'cached';

/** One request, as a recorder saw it. */
export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  /** Its type as Chromium calls it: `Document`, `Script`, `Media`, `Fetch` ...; `WebRTC`, `DNS lookup`, `Report` from the network log. */
  type: string;
  readonly phase: PhaseName;
  readonly initiator: Initiator;
  /** The Referer header; '' when none was sent. */
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

export interface SeenCookie {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  /** Seconds since 1970; -1 for one that ends with the browser session. */
  readonly expires: number;
  readonly characters: number;
  readonly phase: PhaseName;
  /** The browser did not keep it. */
  readonly refused: boolean;
}

export type StorageKind =
  | 'localStorage'
  | 'sessionStorage'
  | 'IndexedDB'
  | 'Cache'
  | 'service worker'
  | 'OPFS'
  | 'storage bucket'
  | 'shared storage'
  | 'other storage';

/**
 * One stored item in the browser: an entry of web storage, a database, a cache, a file, a bucket, a service worker. Its content is never
 * read.
 */
export interface SeenStorage {
  readonly kind: StorageKind;
  readonly origin: string;
  readonly name: string;
  readonly characters: number;
  readonly phase: PhaseName;
  /** It was removed again before the page was left. */
  removed: boolean;
}

/** One call that can identify devices or people, and the first script that made it from this document or worker. */
export interface SeenCall {
  readonly api: string;
  readonly detail: string;
  /** URL, line and column of the caller. */
  readonly caller: string;
  /** The origin of the document or worker. */
  readonly origin: string;
  readonly phase: PhaseName;
}

/** A response header that names a URL to which browsers send reports about the visit. */
interface SeenReporting {
  /** The URL that receives the reports, and the one whose response had the header. */
  readonly url: string;
  readonly from: string;
  readonly header: string;
  readonly phase: PhaseName;
}

/** The outcome of a phase. */
export interface PhaseNote {
  readonly name: PhaseName;
  /** The action, in plain words. */
  readonly done: string;
  readonly seconds: number;
}

/** Everything that the recorders saw. They add to it while the page runs. */
export class Evidence {
  readonly requests: SeenRequest[] = [];
  readonly cookies: SeenCookie[] = [];
  readonly storage: SeenStorage[] = [];
  readonly calls: SeenCall[] = [];
  readonly reporting: SeenReporting[] = [];
  readonly phases: PhaseNote[] = [];
  readonly #starts: { readonly name: PhaseName; readonly at: number }[] = [];
  /** When the last request started, in milliseconds since 1970. */
  lastRequest = 0;

  get phase(): PhaseName {
    return this.#starts.at(-1)?.name ?? 'load';
  }

  begin(name: PhaseName): void {
    this.#starts.push({ name, at: Date.now() });
  }

  /** The phase at a time in milliseconds since 1970. */
  phaseAt(time: number): PhaseName {
    return this.#starts.findLast(({ at }) => at <= time)?.name ?? 'load';
  }

  addRequest(request: SeenRequest): SeenRequest {
    this.requests.push(request);
    this.lastRequest = Date.now();
    return request;
  }

  addCookie(cookie: SeenCookie): void {
    const known = this.cookies.some((other) => other.name === cookie.name && other.domain === cookie.domain && other.path === cookie.path);
    if (!known) this.cookies.push(cookie);
  }

  addStorage(entry: SeenStorage): void {
    const known = this.storage.find(({ kind, origin, name }) => kind === entry.kind && origin === entry.origin && name === entry.name);
    if (known) known.removed = entry.removed;
    else this.storage.push(entry);
  }

  addReporting(row: SeenReporting): void {
    const known = this.reporting.some(({ url, from, header }) => url === row.url && from === row.from && header === row.header);
    if (!known) this.reporting.push(row);
  }

  addCall(call: SeenCall): void {
    const known = this.calls.some(
      ({ api, detail, caller, origin }) => api === call.api && detail === call.detail && caller === call.caller && origin === call.origin
    );
    if (!known) this.calls.push(call);
  }
}
