import type { MediaPlayerClass } from 'dashjs';
import { capHeight } from '../../cap-height.js';
import { editManifest } from './parsed-mpd.js';

/** Removes representations taller than `maxHeight` pixels from every manifest before dash.js processes it. */
export function limitRenditionHeight(player: MediaPlayerClass, maxHeight: number): void {
  if (!Number.isFinite(maxHeight)) return;
  editManifest(player, ({ Period: periods = [] }) => {
    for (const set of periods.flatMap(({ AdaptationSet: sets = [] }) => sets))
      if (set.Representation) set.Representation = capHeight(set.Representation, maxHeight);
  });
}
