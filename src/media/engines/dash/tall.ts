import type { MediaPlayerClass } from 'dashjs';
import { capHeight } from '../cap-height.js';

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  readonly Period?: readonly { readonly AdaptationSet?: readonly { Representation?: { readonly height?: number }[] }[] }[];
}

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/** Takes what is taller than `maxHeight` pixels out of every manifest, before dash.js works on it. */
export function dropTall(player: MediaPlayerClass, maxHeight: number): void {
  if (!Number.isFinite(maxHeight)) return;
  const drop = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    for (const set of manifest?.Period?.flatMap(({ AdaptationSet: sets = [] }) => sets) ?? [])
      if (set.Representation) set.Representation = capHeight(set.Representation, maxHeight);
  };
  player.on('internalManifestLoaded', drop, undefined, first);
}
