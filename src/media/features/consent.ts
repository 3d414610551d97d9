import { listen } from '../../lib/listen.js';
import type { ConsentRequest, ConsentState as Given } from '../consent.js';
import { feature } from '../feature.js';

export interface ConsentState {
  /** What may be done now. */
  readonly given: Given;
  /** A question that waits for the viewer or the page, or null. */
  readonly pending: ConsentRequest | null;
}

export interface ConsentCommands {
  /** Answers the question that waits. */
  answer(yes: boolean): void;
  /** Tells what the page, or its consent tool, decided; a no ends what was under way. */
  decide(decisions: Partial<Given>): void;
}

/** What the viewer said yes to. */
export const consent = feature<ConsentState, ConsentCommands>({
  initial: { given: { storage: false, cast: false, remote: false }, pending: null },
  attach({ consent: asked, session, optIns, signal }, set) {
    let given: Given = { storage: false, cast: false, remote: false };
    const sync = () => {
      const { storage = 'none' } = optIns();
      const now = { ...asked.current, storage: storage !== 'none' && asked.has('storage') };
      if (JSON.stringify(now) !== JSON.stringify(given)) given = now;
      set({ given, pending: asked.pending });
    };
    listen(asked, 'request change', sync, signal);
    listen(session, 'opt-ins', sync, signal);
    // Nobody is left to answer.
    signal.addEventListener('abort', () => asked.answer(false), { once: true });
    sync();
  },
  commands: ({ consent: asked }) => ({ answer: (yes) => asked.answer(yes), decide: (decisions) => asked.decide(decisions) })
});
