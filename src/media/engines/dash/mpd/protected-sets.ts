import type { MediaPlayerClass } from 'dashjs';
import { drmRequired } from '../../../drm.js';
import type { PlayerError } from '../../../error.js';
import { editManifest, type AdaptationSet } from './parsed-mpd.js';

const isProtected = ({ ContentProtection: ofSet, Representation: all = [] }: AdaptationSet): boolean =>
  ofSet !== undefined || all.some(({ ContentProtection: own }) => own !== undefined);

const typeOf = ({ contentType, mimeType, Representation: all = [] }: AdaptationSet): string =>
  String(contentType ?? (mimeType ?? all[0]?.mimeType ?? '').split('/')[0]);

/**
 * Drops the protected adaptation sets (ISO/IEC 23009-1, 5.8.4.1) of every period that has others of the same type, and fails when a period
 * has not. Call it only when the page sets no `drm`. dash.js would fail at the protected period, and with an error that does not say why.
 */
export function dropProtectedSets(player: MediaPlayerClass, fail: (error: PlayerError) => void): void {
  editManifest(player, (manifest) => {
    let required = false;
    for (const period of manifest.Period ?? []) {
      const sets = period.AdaptationSet ?? [];
      const clear = sets.filter((set) => !isProtected(set));
      const types = new Set(clear.map(typeOf));
      if (sets.every((set) => types.has(typeOf(set)))) period.AdaptationSet = clear;
      else required = true;
    }
    // dash.js continues to process the manifest until its events are over.
    if (required) setTimeout(() => fail(drmRequired()));
  });
}
