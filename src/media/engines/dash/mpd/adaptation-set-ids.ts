import type { MediaPlayerClass } from 'dashjs';
import { editManifest } from './parsed-mpd.js';

/**
 * Gives an id to every adaptation set without one, because dash.js labels tracks by it and would label all text tracks without one `null`.
 */
export function nameSets(player: MediaPlayerClass): void {
  editManifest(player, ({ Period: periods = [] }) => {
    for (const { AdaptationSet: sets = [] } of periods) for (const [index, set] of sets.entries()) set.id ??= `set-${index}`;
  });
}
