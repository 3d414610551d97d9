import type { MediaPlayerClass } from 'dashjs';
import type { AdaptationSet, ParsedMpd } from './parsed-mpd.js';

type IndexOf = (set: AdaptationSet, manifest: ParsedMpd, period: number) => number;

/**
 * Looks up an adaptation set by identity in the manifest that it belongs to.
 *
 * dash.js itself compares whole adaptation sets for equality, which compares 100,000 segments with 100,000 others each time.
 */
export function lookUpAdaptationSetByIdentity(player: MediaPlayerClass): void {
  const finder = function (this: { parent: { getIndexForAdaptation: IndexOf } }) {
    const { getIndexForAdaptation: findEqual } = this.parent;
    const getIndexForAdaptation: IndexOf = (set, manifest, period) => {
      const index = manifest.Period?.[period]?.AdaptationSet?.indexOf(set) ?? -1;
      return index >= 0 ? index : findEqual(set, manifest, period);
    };
    return { getIndexForAdaptation };
  };
  player.extend('DashManifestModel', finder, true);
}
