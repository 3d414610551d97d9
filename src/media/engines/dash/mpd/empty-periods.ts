import type { MediaPlayerClass } from 'dashjs';
import { editManifest } from './parsed-mpd.js';

/**
 * Removes periods without adaptation sets from every manifest before dash.js processes it.
 *
 * A period is empty when it refers to a remote one (XLink) that did not load; dash.js would then fail to start.
 */
export function dropEmptyPeriods(player: MediaPlayerClass): void {
  editManifest(player, (manifest) => {
    if (manifest.Period) manifest.Period = manifest.Period.filter(({ AdaptationSet: sets }) => sets && sets.length > 0);
  });
}
