import { listen } from '../../lib/listen.js';
import { confines } from '../../policy/content-policy.js';
import type { Contact, Refusal } from '../book.js';
import { feature, type FeatureContext } from '../feature.js';
import type { MemoryRecord } from '../memory/record.js';
import type { StorageKind } from '../storage.js';

/**
 * What is enforced, and by whom: `csp`, the page's own policy keeps all that is fetched to hosts that are allowed here, and the
 * browser sees to it; `engine`, every request of the player passes the guard; `partial`, the browser itself fetches the film or
 * the playlist, and what a redirect or a playlist names is out of the guard's sight.
 */
export type GuardLevel = 'csp' | 'engine' | 'partial';

export interface PrivacyState {
  readonly guardLevel: GuardLevel;
  readonly blocked: readonly Refusal[];
  readonly storage: PrivacyReport['storage'];
  readonly cast: PrivacyReport['cast'];
}

/** Everything the guard wrote down, as plain data that can be saved. */
export interface PrivacyReport {
  readonly contacted: readonly Contact[];
  readonly blocked: readonly Refusal[];
  readonly guardLevel: GuardLevel;
  /** Where the viewer's choices are kept; `adapter` is a store of the publisher's own. */
  readonly storage: StorageKind | 'adapter';
  /** All that is kept there, or null. */
  readonly stored: MemoryRecord | null;
  /** `allowed`: Google's script may be here, and nothing plays elsewhere; `connected`: another device fetches and plays the film. */
  readonly cast: 'off' | 'allowed' | 'connected';
}

/** The report of a player that has not begun. */
export const emptyReport: PrivacyReport = {
  contacted: [],
  blocked: [],
  guardLevel: 'engine',
  storage: 'none',
  stored: null,
  cast: 'off'
};

export interface PrivacyCommands {
  report(): PrivacyReport;
}

/** The policies that stand in the page's head. One that came as a header cannot be read by a script: then it is more than is said. */
const policiesOf = ({ head }: Document): string[] =>
  [...head.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content);

function levelOf({ video, guard, session }: FeatureContext): GuardLevel {
  const { ownerDocument: page } = video;
  if (confines(policiesOf(page), new URL(page.location.href), (url) => guard.allows(url, 'segment'))) return 'csp';
  return session.engineName === 'native' ? 'partial' : 'engine';
}

const castOf = ({ casting, consent }: FeatureContext): PrivacyReport['cast'] =>
  casting.status === 'connected' ? 'connected' : consent.has('cast') || consent.has('remote') ? 'allowed' : 'off';

/** Who was contacted, who was refused, how far the guard can see, what is kept, and whether another device plays. */
export const privacy = feature<PrivacyState, PrivacyCommands>({
  initial: { guardLevel: 'engine', blocked: [], storage: 'none', cast: 'off' },
  attach(context, set) {
    const { guard, session, consent, memory, casting, signal } = context;
    listen(memory, 'change', () => set({ storage: memory.kind }), signal);
    listen(casting, 'change', () => set({ cast: castOf(context) }), signal);
    listen(consent, 'change', () => set({ cast: castOf(context) }), signal);
    listen(session, 'blocked', () => set({ blocked: guard.book.blocked }), signal);
    listen(session, 'status', () => set({ guardLevel: levelOf(context) }), signal);
  },
  commands: (context) => ({
    report: () => ({
      contacted: context.guard.book.contacted,
      blocked: context.guard.book.blocked,
      guardLevel: levelOf(context),
      storage: context.memory.kind,
      stored: context.memory.record ?? null,
      cast: castOf(context)
    })
  })
});
