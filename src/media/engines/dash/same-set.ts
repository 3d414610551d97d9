import type { MediaPlayerClass } from 'dashjs';

type IndexOf = (set: unknown, manifest: ParsedMpd, period: number) => number;

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  readonly Period?: readonly { readonly AdaptationSet?: readonly unknown[] }[];
}

/**
 * Lets dash.js find an adaptation set in the manifest that it took it from.
 *
 * By itself it looks for one that is equal in all that it holds, and compares 100,000 segments with 100,000 others each time.
 */
export function findSameSets(player: MediaPlayerClass): void {
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
