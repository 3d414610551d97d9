import type { UrlKind } from '../policy/policy.js';

/** What went to one origin: how many requests, and how many bytes of body came back. */
export interface Contact {
  readonly origin: string;
  readonly requests: number;
  readonly bytes: number;
}

/** What was refused: an origin, what it was wanted for, the rule that said no, and how often it was asked. */
export interface Refusal {
  readonly origin: string;
  readonly kind: UrlKind;
  readonly rule: string;
  readonly count: number;
}

/** The guard's book: who was contacted and who was refused. It lives in memory and dies with the player. */
export class Book {
  readonly #contacted = new Map<string, { origin: string; requests: number; bytes: number }>();
  readonly #blocked = new Map<string, { origin: string; kind: UrlKind; rule: string; count: number }>();

  get contacted(): readonly Contact[] {
    return [...this.#contacted.values()].map((contact) => ({ ...contact }));
  }

  get blocked(): readonly Refusal[] {
    return [...this.#blocked.values()].map((refusal) => ({ ...refusal }));
  }

  request(origin: string): void {
    this.#contact(origin).requests += 1;
  }

  received(origin: string, bytes: number): void {
    this.#contact(origin).bytes += bytes;
  }

  /** Notes a refusal; true the first time this origin is refused for this kind. */
  refuse(origin: string, kind: UrlKind, rule: string): boolean {
    const key = `${kind} ${origin}`;
    const known = this.#blocked.get(key);
    if (known) known.count += 1;
    else this.#blocked.set(key, { origin, kind, rule, count: 1 });
    return !known;
  }

  #contact(origin: string): { origin: string; requests: number; bytes: number } {
    let contact = this.#contacted.get(origin);
    if (!contact) this.#contacted.set(origin, (contact = { origin, requests: 0, bytes: 0 }));
    return contact;
  }
}
