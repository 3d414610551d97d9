import type { MediaPlayerClass } from 'dashjs';
import { drmRequired } from '../../../drm.js';
import type { PlayerError } from '../../../error.js';
import { editManifest, type AdaptationSet } from './parsed-mpd.js';

const isProtected = ({ ContentProtection: protectionOfSet, Representation: representations = [] }: AdaptationSet): boolean =>
  protectionOfSet !== undefined || representations.some(({ ContentProtection: protection }) => protection !== undefined);

const typeOf = ({ contentType, mimeType, Representation: representations = [] }: AdaptationSet): string =>
  String(contentType ?? (mimeType ?? representations[0]?.mimeType ?? '').split('/')[0]);

/**
 * Drops the protected adaptation sets (ISO/IEC 23009-1, 5.8.4.1) of every period that has others of the same type, and fails when a period
 * has none. Call it only when the page sets no `drm`. dash.js would fail at the protected period, and with an error that does not say why.
 */
export function dropProtectedSets(player: MediaPlayerClass, failAttempt: (error: PlayerError) => void): void {
  editManifest(player, (manifest) => {
    let isDrmRequired = false;
    for (const period of manifest.Period ?? []) {
      const sets = period.AdaptationSet ?? [];
      const unprotectedSets = sets.filter((set) => !isProtected(set));
      const types = new Set(unprotectedSets.map(typeOf));
      if (sets.every((set) => types.has(typeOf(set)))) period.AdaptationSet = unprotectedSets;
      else isDrmRequired = true;
    }
    // In a task, because dash.js still handles this manifest after the event, and would fail if it were destroyed before it has finished.
    if (isDrmRequired) setTimeout(() => failAttempt(drmRequired()));
  });
}
