/**
 * What a yes is needed for: `storage`, remembering on this device; `cast`, Google's script and a device chosen with it; `remote`, a
 * device chosen with the browser's own picker, as for AirPlay.
 */
export const purposes = ['storage', 'cast', 'remote'] as const;
export type Purpose = (typeof purposes)[number];

/** Which purposes may be served now. */
export type ConsentState = Readonly<Record<Purpose, boolean>>;

/** A question that waits for its answer, with all that whoever answers has to know. */
export interface ConsentRequest {
  readonly purpose: Purpose;
  /** Who gets the data; empty for a device of the viewer's own, whose maker nobody here knows. */
  readonly recipient: string;
  /** Hosts that are contacted from this browser after a yes. */
  readonly hosts: readonly string[];
  readonly data: readonly ('ip-address' | 'browser' | 'media-url')[];
  /** How long a yes lasts: until the page is left. */
  readonly lasts: 'page';
  /** Global Privacy Control is on: a yes serves once, and the next time is asked about again. */
  readonly once: boolean;
}

const facts: Readonly<Record<Purpose, Pick<ConsentRequest, 'recipient' | 'hosts' | 'data'>>> = {
  storage: { recipient: '', hosts: [], data: [] },
  cast: { recipient: 'Google', hosts: ['www.gstatic.com'], data: ['ip-address', 'browser', 'media-url'] },
  remote: { recipient: '', hosts: [], data: ['media-url'] }
};

/** Whether this browser says, for its user, that data is not to be shared; https://w3c.github.io/gpc/ */
export const prefersPrivacy = (): boolean =>
  (globalThis.navigator as { globalPrivacyControl?: boolean } | undefined)?.globalPrivacyControl === true;

/**
 * The viewer's yes and no, in memory alone: leaving the page forgets them. Events: `request`, `change`.
 *
 * What the publisher opted in to may be remembered unless somebody says no; another device always needs a yes. With Global Privacy
 * Control, each needs a yes of its own each time, which the page cannot give beforehand.
 */
export class Consent extends EventTarget {
  pending: ConsentRequest | null = null;
  readonly #answers = new Map<Purpose, boolean>();
  #settle: ((yes: boolean) => void) | undefined;

  get current(): ConsentState {
    return { storage: this.has('storage'), cast: this.has('cast'), remote: this.has('remote') };
  }

  has(purpose: Purpose): boolean {
    return this.#answers.get(purpose) ?? (purpose === 'storage' && !prefersPrivacy());
  }

  /** Somebody said no beforehand, so there is nothing to ask. */
  refused(purpose: Purpose): boolean {
    return this.#answers.get(purpose) === false;
  }

  /** Asks, unless there is an answer already. A second question while one waits is answered with no. */
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

  /** Answers the question that waits. A no is no decision for the next time: whoever asks again is asked again. */
  answer(yes: boolean): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = null;
    if (yes) this.#answers.set(pending.purpose, true);
    else this.#answers.delete(pending.purpose);
    this.dispatchEvent(new Event('change'));
    this.#settle?.(yes);
  }

  /** The viewer's own yes, of his own accord. */
  grant(purpose: Purpose): void {
    if (this.#answers.get(purpose) === true) return;
    this.#answers.set(purpose, true);
    this.dispatchEvent(new Event('change'));
  }

  /** Takes a yes back; what it allowed ends. */
  withdraw(purpose: Purpose): void {
    if (!this.has(purpose)) return;
    if (purpose === 'storage') this.#answers.set(purpose, false);
    else this.#answers.delete(purpose);
    this.dispatchEvent(new Event('change'));
  }

  /** A use is over. With Global Privacy Control its yes is over as well. */
  spend(purpose: Purpose): void {
    if (prefersPrivacy()) this.withdraw(purpose);
  }

  /** What the page, or its consent tool, decided; a question about it that waits is answered. */
  decide(decisions: Partial<ConsentState>): void {
    for (const purpose of purposes) {
      const yes = decisions[purpose];
      if (typeof yes !== 'boolean') continue;
      if (this.pending?.purpose === purpose) this.answer(yes);
      // A yes that was not asked for is no fresh one.
      if (!yes || !prefersPrivacy()) this.#answers.set(purpose, yes);
    }
    this.dispatchEvent(new Event('change'));
  }
}
