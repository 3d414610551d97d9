import { listen } from '../../lib/listen.js';
import type { ConsentRequest, ConsentState as Given } from '../consent.js';
import { feature } from './feature.js';

export interface ConsentState {
  /** The consent in force now. */
  readonly given: Given;
  /** The pending consent request, which the viewer or the page can answer, or null. */
  readonly pending: ConsentRequest | null;
}

export interface ConsentCommands {
  /** Answers the pending request. */
  answer(yes: boolean): void;
  /** Applies decisions of the page or its consent tool; a refusal ends what the consent had allowed. */
  decide(decisions: Partial<Given>): void;
}

/** Reports what the viewer has consented to, and answers consent requests. */
export const consent = feature<ConsentState, ConsentCommands>({
  initial: { given: { storage: false, cast: false, remote: false }, pending: null },
  setup({ consent: viewerConsent, session, optIns, signal }, set) {
    let currentConsent: Given = { storage: false, cast: false, remote: false };
    const sync = () => {
      const { storage = 'none' } = optIns();
      const current = { ...viewerConsent.current, storage: storage !== 'none' && viewerConsent.has('storage') };
      if (JSON.stringify(current) !== JSON.stringify(currentConsent)) currentConsent = current;
      set({ given: currentConsent, pending: viewerConsent.pending });
    };
    listen(viewerConsent, 'request change', sync, signal);
    listen(session, 'optinschange', sync, signal);
    // A pending request is declined when the player is destroyed.
    signal.addEventListener('abort', () => viewerConsent.answer(false), { once: true });
    sync();
    return { answer: (yes) => viewerConsent.answer(yes), decide: (decisions) => viewerConsent.decide(decisions) };
  }
});
