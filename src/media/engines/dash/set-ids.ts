import type { MediaPlayerClass } from 'dashjs';

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  readonly Period?: readonly { readonly AdaptationSet?: readonly { id?: string | number | null }[] }[];
}

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/** Gives an id to every adaptation set without one, after which dash.js names its tracks: all text tracks without would be called `null`. */
export function nameSets(player: MediaPlayerClass): void {
  const name = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    for (const { AdaptationSet: sets = [] } of manifest?.Period ?? []) for (const [index, set] of sets.entries()) set.id ??= `set-${index}`;
  };
  player.on('internalManifestLoaded', name, undefined, first);
}
