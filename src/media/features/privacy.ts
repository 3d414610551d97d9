import { listen } from '../../lib/listen.js';
import { confines } from '../../policy/content-policy.js';
import type { Contact, Refusal } from '../book.js';
import { feature, type FeatureContext } from '../feature.js';

/**
 * What is enforced, and by whom: `csp`, the page's own policy keeps all that is fetched to hosts that are allowed here, and the
 * browser sees to it; `engine`, every request of the player passes the guard; `partial`, the browser itself fetches the film or
 * the playlist, and what a redirect or a playlist names is out of the guard's sight.
 */
export type GuardLevel = 'csp' | 'engine' | 'partial';

export interface PrivacyState {
  readonly guardLevel: GuardLevel;
  readonly blocked: readonly Refusal[];
}

/** Everything the guard wrote down, as plain data that can be saved. */
export interface PrivacyReport {
  readonly contacted: readonly Contact[];
  readonly blocked: readonly Refusal[];
  readonly guardLevel: GuardLevel;
  readonly storage: 'none';
  readonly cast: 'off';
}

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

/** Who was contacted, who was refused, and how far the guard can see. */
export const privacy = feature<PrivacyState, PrivacyCommands>({
  initial: { guardLevel: 'engine', blocked: [] },
  attach(context, set) {
    const { guard, session, signal } = context;
    listen(session, 'blocked', () => set({ blocked: guard.book.blocked }), signal);
    listen(session, 'status', () => set({ guardLevel: levelOf(context) }), signal);
  },
  commands: (context) => ({
    report: () => ({
      contacted: context.guard.book.contacted,
      blocked: context.guard.book.blocked,
      guardLevel: levelOf(context),
      storage: 'none',
      cast: 'off'
    })
  })
});
