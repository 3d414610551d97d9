import type { MediaPlayerClass } from 'dashjs';

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  Period?: { readonly AdaptationSet?: readonly unknown[] }[];
}

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/**
 * Takes periods without any set out of every manifest, before dash.js works on it.
 *
 * That is what a period is when it was to be brought in from elsewhere and did not come; dash.js would trip over it and never start.
 */
export function dropEmptyPeriods(player: MediaPlayerClass): void {
  const drop = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    if (manifest?.Period) manifest.Period = manifest.Period.filter(({ AdaptationSet: sets }) => sets && sets.length > 0);
  };
  player.on('internalManifestLoaded', drop, undefined, first);
}
