import type { MediaPlayerClass } from 'dashjs';
import type { EngineContext } from '../../engine.js';
import { assignAdaptationSetIds } from './adaptation-set-ids.js';
import { dropBlockedLocations } from './blocked-locations.js';
import { dropEmptyPeriods } from './empty-periods.js';
import { suggestLiveDelay } from './live-delay.js';
import { correctClock } from './manifest-clock.js';
import { limitRenditionHeight } from './max-height.js';
import { dropProtectedSets } from './protected-sets.js';
import { rejectUnboundedTimelines } from './unbounded-timeline.js';
import { rejectWrongTypes } from './value-types.js';

/** Checks and corrects every manifest that dash.js has parsed, before dash.js uses it. The functions run in this order at each manifest. */
export function correctManifests(player: MediaPlayerClass, { manifest, drm, guard, maxHeight, failAttempt }: EngineContext): void {
  // First, because the other functions rely on the types of the values.
  rejectWrongTypes(player, failAttempt);
  correctClock(player, manifest);
  rejectUnboundedTimelines(player, failAttempt);
  if (!drm) dropProtectedSets(player, failAttempt);
  assignAdaptationSetIds(player);
  dropEmptyPeriods(player);
  dropBlockedLocations(player, guard);
  limitRenditionHeight(player, maxHeight);
  suggestLiveDelay(player);
}
