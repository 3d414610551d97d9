import { listen } from '../../lib/listen.js';
import type { Contact, Refusal } from '../book.js';
import { feature } from '../feature.js';

/**
 * What is enforced, and by whom: `engine`, every request of the player passes the guard; `partial`, the browser itself fetches
 * the film or the playlist, and what a redirect or a playlist names is out of the guard's sight.
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

const levelOf = (engine: string | null): GuardLevel => (engine === 'native' ? 'partial' : 'engine');

/** Who was contacted, who was refused, and how far the guard can see. */
export const privacy = feature<PrivacyState, PrivacyCommands>({
  initial: { guardLevel: 'engine', blocked: [] },
  attach({ guard, session, signal }, set) {
    listen(session, 'blocked', () => set({ blocked: guard.book.blocked }), signal);
    listen(session, 'status', () => set({ guardLevel: levelOf(session.engineName) }), signal);
  },
  commands: ({ guard, session }) => ({
    report: () => ({
      contacted: guard.book.contacted,
      blocked: guard.book.blocked,
      guardLevel: levelOf(session.engineName),
      storage: 'none',
      cast: 'off'
    })
  })
});
