import { listen } from '../../lib/listen.js';
import type { PartialReason } from '../engines/engine.js';
import { limitsRequests } from '../../policy/content-policy.js';
import type { Contact, BlockedOrigin, CapabilityQuery, Reporting } from '../network/request-log.js';
import { feature } from './feature.js';
import type { StoredPreferences } from '../storage/stored-preferences.js';
import type { StorageKind } from '../storage/storage.js';
import type { FeatureContext } from './feature-context.js';

/**
 * What is enforced: `csp`, the page's own Content Security Policy limits all requests to hosts that are allowed here, and the
 * browser enforces it; `engine`, every request of the player passes the guard; `partial`, the browser itself fetches the media or
 * the playlist, and the guard cannot see the URLs in a redirect or a playlist.
 */
export type GuardLevel = 'csp' | 'engine' | 'partial';

export interface PrivacyState {
  readonly guardLevel: GuardLevel;
  /** Why the browser itself fetches a file; null when the guard does, or for another source. */
  readonly partialReason: PartialReason | null;
  readonly blocked: readonly BlockedOrigin[];
  readonly storage: PrivacyReport['storage'];
  readonly cast: PrivacyReport['cast'];
}

/** The guard's request log and what is stored, as plain data that can be saved. */
export interface PrivacyReport {
  readonly contacted: readonly Contact[];
  readonly blocked: readonly BlockedOrigin[];
  /**
   * Contacted origins whose responses ask the browser to report about requests to them (`NEL`, `Report-To`, `Reporting-Endpoints`), as
   * far as the page can read these headers. The browser sends such reports; neither the player nor a CSP can stop them.
   */
  readonly reporting: readonly Reporting[];
  /** What the engines queried about the device. Empty with `privacy="strict"`, except for the key systems of a page that sets `drm`. */
  readonly capabilityQueries: readonly CapabilityQuery[];
  readonly guardLevel: GuardLevel;
  /** Why the browser itself fetches a file; null when the guard does, or for another source. */
  readonly partialReason: PartialReason | null;
  /** Where preferences are stored; `adapter` is the publisher's own store. */
  readonly storage: StorageKind | 'adapter';
  /** The complete stored record, or null. */
  readonly stored: StoredPreferences | null;
  /**
   * `allowed`: the viewer consented to Cast or remote playback, but no receiver plays; `connected`: a receiver fetches and plays the media.
   */
  readonly cast: 'off' | 'allowed' | 'connected';
}

/** The report of a player that has not loaded anything. */
export const emptyReport: PrivacyReport = {
  contacted: [],
  blocked: [],
  reporting: [],
  capabilityQueries: [],
  guardLevel: 'engine',
  partialReason: null,
  storage: 'none',
  stored: null,
  cast: 'off'
};

export interface PrivacyCommands {
  report(): PrivacyReport;
}

/** Returns the policies in the page's `<head>`. Scripts cannot read a CSP header, so the real enforcement may be stricter than reported. */
const policiesOf = ({ head }: Document): string[] =>
  [...head.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content);

function levelOf({ video, guard, session }: FeatureContext): GuardLevel {
  const { ownerDocument: page } = video;
  if (limitsRequests(policiesOf(page), new URL(page.location.href), (url) => guard.allows(url, 'segment'))) return 'csp';
  return session.engineName === 'native' ? 'partial' : 'engine';
}

const reasonOf = ({ session }: FeatureContext): PartialReason | null => session.engine?.partialReason ?? null;

const castOf = ({ casting, consent }: FeatureContext): PrivacyReport['cast'] =>
  casting.status === 'connected' ? 'connected' : consent.has('cast') || consent.has('remote') ? 'allowed' : 'off';

/** Reports contacted and blocked origins, the guard level, what is stored, and whether a receiver plays. */
export const privacy = feature<PrivacyState, PrivacyCommands>({
  initial: { guardLevel: 'engine', partialReason: null, blocked: [], storage: 'none', cast: 'off' },
  setup(context, set) {
    const { guard, session, consent, preferences, casting, signal } = context;
    listen(preferences, 'change', () => set({ storage: preferences.kind }), signal);
    listen(casting, 'change', () => set({ cast: castOf(context) }), signal);
    listen(consent, 'change', () => set({ cast: castOf(context) }), signal);
    listen(session, 'blocked', () => set({ blocked: guard.log.blocked }), signal);
    listen(session, 'status', () => set({ guardLevel: levelOf(context), partialReason: reasonOf(context) }), signal);
    return {
      report: () => ({
        contacted: guard.log.contacted,
        blocked: guard.log.blocked,
        reporting: guard.log.reporting,
        capabilityQueries: guard.log.capabilityQueries,
        guardLevel: levelOf(context),
        partialReason: reasonOf(context),
        storage: preferences.kind,
        stored: preferences.record ?? null,
        cast: castOf(context)
      })
    };
  }
});
