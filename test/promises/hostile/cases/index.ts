import type { HostileCase } from '../case.js';
import { dashConstructs } from './dash-constructs.js';
import { dashHosts } from './dash-hosts.js';
import { dashLive } from './dash-live.js';
import { dashTracking } from './dash-tracking.js';
import { disguises, schemes } from './disguises.js';
import { files } from './files.js';
import { hlsHosts } from './hls-hosts.js';
import { hlsTracking } from './hls-tracking.js';
import { native } from './native.js';
import { prototypes } from './prototypes.js';
import { redirects } from './redirects.js';

/** Every hostile case, by family. */
export const families: Readonly<Record<string, readonly HostileCase[]>> = {
  'HLS, hosts': hlsHosts,
  'HLS, tracking': hlsTracking,
  'DASH, hosts': dashHosts,
  'DASH, live': dashLive,
  'DASH, tracking': dashTracking,
  'DASH, constructs': dashConstructs,
  prototypes,
  redirects,
  disguises,
  schemes,
  'beside the media': native,
  files
};

export const cases: readonly HostileCase[] = Object.values(families).flat();
