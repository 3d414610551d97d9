import { ownOptions } from '../lib/own.js';

/**
 * What needs the viewer's consent: `storage` stores data on this device; `cast` loads Google's script and plays on a device chosen with
 * it; `remote` plays on a device chosen with the browser's own picker, as for AirPlay.
 */
const purposes = ['storage', 'cast', 'remote'] as const;
export type Purpose = (typeof purposes)[number];

/** The purposes that are currently allowed. */
export type ConsentState = Readonly<Record<Purpose, boolean>>;

/** A pending consent request, with all that the viewer or the page needs to know to decide. */
export interface ConsentRequest {
  readonly purpose: Purpose;
  /** Who receives the data; empty for the viewer's own device, because its manufacturer is unknown. */
  readonly recipient: string;
  /** Hosts that this browser contacts once consent is given. */
  readonly hosts: readonly string[];
  readonly data: readonly ('ip-address' | 'browser' | 'media-url')[];
  /** How long consent lasts: until the viewer leaves the page. */
  readonly lasts: 'page';
  /** Whether consent is valid for one use only, because Global Privacy Control is on; the player asks again before the next use. */
  readonly once: boolean;
}

const facts: Readonly<Record<Purpose, Pick<ConsentRequest, 'recipient' | 'hosts' | 'data'>>> = {
  storage: { recipient: '', hosts: [], data: [] },
  cast: { recipient: 'Google', hosts: ['www.gstatic.com'], data: ['ip-address', 'browser', 'media-url'] },
  remote: { recipient: '', hosts: [], data: ['media-url'] }
};

/** Whether the browser signals that its user objects to data sharing (Global Privacy Control, https://w3c.github.io/gpc/). */
const prefersPrivacy = (): boolean =>
  (globalThis.navigator as { globalPrivacyControl?: boolean } | undefined)?.globalPrivacyControl === true;

/**
 * Holds the viewer's consent decisions in memory only; they are lost when the viewer leaves the page. Events: `request`, `change`.
 *
 * Storage that the publisher opted in to is allowed until consent is withdrawn; another device always needs consent. With Global
 * Privacy Control, each use of each purpose needs new consent, which the page cannot give in advance.
 */
export class Consent extends EventTarget {
  pending: ConsentRequest | null = null;
  readonly #answers = new Map<Purpose, boolean>();
  #settle: ((granted: boolean) => void) | undefined;

  get current(): ConsentState {
    return { storage: this.has('storage'), cast: this.has('cast'), remote: this.has('remote') };
  }

  has(purpose: Purpose): boolean {
    return this.#answers.get(purpose) ?? (purpose === 'storage' && !prefersPrivacy());
  }

  /** Whether consent was refused in advance. The player then does not ask. */
  refused(purpose: Purpose): boolean {
    return this.#answers.get(purpose) === false;
  }

  /** Asks for consent unless it is already decided. Resolves to false when another request is pending. */
  ask(purpose: Purpose): Promise<boolean> {
    const once = prefersPrivacy();
    if (this.pending || this.refused(purpose)) return Promise.resolve(false);
    if (this.has(purpose) && !once) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.pending = { purpose, ...facts[purpose], lasts: 'page', once };
      this.dispatchEvent(new Event('request'));
    });
  }

  /** Answers the pending request. A refusal is not kept: the next use asks again. */
  answer(granted: boolean): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = null;
    if (granted) this.#answers.set(pending.purpose, true);
    else this.#answers.delete(pending.purpose);
    this.dispatchEvent(new Event('change'));
    this.#settle?.(granted);
  }

  /** Grants consent on the viewer's own initiative. */
  grant(purpose: Purpose): void {
    if (this.#answers.get(purpose) === true) return;
    this.#answers.set(purpose, true);
    this.dispatchEvent(new Event('change'));
  }

  /** Withdraws consent and ends what it allowed. */
  withdraw(purpose: Purpose): void {
    if (!this.has(purpose)) return;
    if (purpose === 'storage') this.#answers.set(purpose, false);
    else this.#answers.delete(purpose);
    this.dispatchEvent(new Event('change'));
  }

  /** Reports that a use has ended. With Global Privacy Control, consent is valid for one use only; it is then spent, and is withdrawn. */
  spend(purpose: Purpose): void {
    if (prefersPrivacy()) this.withdraw(purpose);
  }

  /** Applies the decisions of the page or its consent tool; answers the pending request when it is about one of them. */
  decide(decisions: Partial<ConsentState>): void {
    const ownDecisions = ownOptions(decisions);
    for (const purpose of purposes) {
      const granted = ownDecisions[purpose];
      if (typeof granted !== 'boolean') continue;
      if (this.pending?.purpose === purpose) this.answer(granted);
      // With Global Privacy Control, consent that the player has not asked for is ignored.
      if (!granted || !prefersPrivacy()) this.#answers.set(purpose, granted);
    }
    this.dispatchEvent(new Event('change'));
  }
}
