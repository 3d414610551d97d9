import { dashMedia } from './dash-media.js';
import { dashTracking } from './dash-tracking.js';
import { hls } from './hls.js';
import type { DashRow, HlsRow } from './row.js';

/** Every construct of an HLS playlist or an MPD that could make hls.js or dash.js contact a host, or that a publisher should know of. */
export const constructs: { readonly hls: readonly HlsRow[]; readonly dash: readonly DashRow[] } = {
  hls,
  dash: [...dashMedia, ...dashTracking]
};
