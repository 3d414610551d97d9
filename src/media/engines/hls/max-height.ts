import type Hls from 'hls.js';
import { capHeight } from '../cap-height.js';

/** Removes levels taller than `maxHeight` pixels before hls.js chooses its first level. */
export function limitRenditionHeight(hls: Hls, events: typeof Hls.Events, maxHeight: number): void {
  if (!Number.isFinite(maxHeight)) return;
  const drop = () => {
    const allowedLevels = capHeight(hls.levels, maxHeight);
    for (const level of hls.levels.filter((candidate) => !allowedLevels.includes(candidate))) hls.removeLevel(hls.levels.indexOf(level));
  };
  hls.on(events.MANIFEST_PARSED, drop);
}
