import type { BlockReason, RequestKind } from '../../policy/policy.js';

/** The requests to one origin: their number, and the bytes of body received. */
export interface Contact {
  readonly origin: string;
  readonly requests: number;
  readonly bytes: number;
}

/** Blocked requests: the origin, the kind of request, the rule that blocked it, and how often. */
export interface BlockedOrigin {
  readonly origin: string;
  readonly kind: RequestKind;
  readonly rule: BlockReason;
  readonly count: number;
}

/** A contacted origin whose responses make the browser send reports, and their recipients; the player cannot prevent these reports. */
export interface Reporting {
  readonly origin: string;
  /** Origins; empty when the page cannot read the recipients. */
  readonly collectors: readonly string[];
}

/** Queries of an engine about the device, which can help to tell devices apart: the function, and how often it was called. */
export interface CapabilityQuery {
  readonly api: 'mediaCapabilities.decodingInfo' | 'requestMediaKeySystemAccess';
  readonly count: number;
}

/** Maximum number of collectors per origin, because a host could name another one in every response. */
const maxCollectors = 32;

/** The guard's log of contacted and blocked origins. It exists in memory only, as long as the player. */
export class RequestLog {
  readonly #contacted = new Map<string, { origin: string; requests: number; bytes: number }>();
  readonly #blocked = new Map<string, { origin: string; kind: RequestKind; rule: BlockReason; count: number }>();
  readonly #reporting = new Map<string, Set<string>>();
  readonly #queries = new Map<CapabilityQuery['api'], number>();

  get contacted(): readonly Contact[] {
    return [...this.#contacted.values()].map((contact) => ({ ...contact }));
  }

  get blocked(): readonly BlockedOrigin[] {
    return [...this.#blocked.values()].map((refusal) => ({ ...refusal }));
  }

  get reporting(): readonly Reporting[] {
    return [...this.#reporting].map(([origin, collectors]) => ({ origin, collectors: [...collectors] }));
  }

  get capabilityQueries(): readonly CapabilityQuery[] {
    return [...this.#queries].map(([api, count]) => ({ api, count }));
  }

  recordCapabilityQuery(api: CapabilityQuery['api']): void {
    this.#queries.set(api, (this.#queries.get(api) ?? 0) + 1);
  }

  /** Records to whom the responses of an origin make the browser report; undefined when they do not. */
  recordCollectors(origin: string, collectors: readonly string[] | undefined): void {
    if (!collectors) return;
    const originCollectors = this.#reporting.get(origin) ?? new Set<string>();
    this.#reporting.set(origin, originCollectors);
    for (const collector of collectors) if (originCollectors.size < maxCollectors) originCollectors.add(collector);
  }

  recordRequest(origin: string): void {
    this.#contact(origin).requests += 1;
  }

  recordBytes(origin: string, bytes: number): void {
    this.#contact(origin).bytes += bytes;
  }

  /** Records a blocked request; returns true the first time this origin is blocked for this kind. */
  recordBlocked(origin: string, kind: RequestKind, rule: BlockReason): boolean {
    const key = `${kind} ${origin}`;
    const existing = this.#blocked.get(key);
    if (existing) existing.count += 1;
    else this.#blocked.set(key, { origin, kind, rule, count: 1 });
    return !existing;
  }

  #contact(origin: string): { origin: string; requests: number; bytes: number } {
    let contact = this.#contacted.get(origin);
    if (!contact) this.#contacted.set(origin, (contact = { origin, requests: 0, bytes: 0 }));
    return contact;
  }
}
