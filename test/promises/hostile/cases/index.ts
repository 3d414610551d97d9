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

/** What a case tests: a row of the catalogue, constructs that the inspector finds, and kinds of requests that are blocked. */
const subjectOf = ({ catalogueRow, constructs = [], blocked = [] }: HostileCase): string =>
  JSON.stringify([catalogueRow, constructs, blocked]);

/**
 * Returns the cases that test the same as an earlier case of their family with other text, such as another disguise of a URL. The inspector
 * finds something in each of them: cases in which it finds nothing differ in their servers, and are no variants.
 */
export function variantsIn(family: readonly HostileCase[]): readonly HostileCase[] {
  const subjects = new Set<string>();
  return family.filter((hostile) => {
    const [subject, count] = [subjectOf(hostile), subjects.size];
    return subjects.add(subject).size === count && (hostile.constructs !== undefined || family === prototypes);
  });
}
