import type { MediaPlayerClass } from 'dashjs';
import { base64UrlOf, type DrmSystem, type DrmSystems } from '../../drm.js';

/** Brings dash.js's part for protected media, which is sealed like the rest and left out unless a page sets `drm`. */
export async function bringProtection(realm: object, drm: DrmSystems | undefined): Promise<void> {
  if (!drm) return;
  const { default: seal } = await import('sealed:protection.js');
  // Where dash.js looks for its parts.
  Object.assign(realm, { dashjs: { Protection: seal(realm) } });
}

const toData = ({ licenseUrl, certificateUrl, keys, videoRobustness, audioRobustness }: DrmSystem) => ({
  ...(licenseUrl && { serverURL: licenseUrl }),
  ...(certificateUrl && { certUrls: [{ __text: certificateUrl }] }),
  ...(keys && { clearkeys: Object.fromEntries(Object.entries(keys).map(([kid, key]) => [base64UrlOf(kid), base64UrlOf(key)])) }),
  ...(videoRobustness && { videoRobustness }),
  ...(audioRobustness && { audioRobustness })
});

/** Names the publisher's key systems to dash.js; those that a manifest names besides are then none. */
export function protect(player: MediaPlayerClass, drm: DrmSystems | undefined): void {
  if (drm) player.setProtectionData(Object.fromEntries(Object.entries(drm).map(([name, system]) => [name, toData(system)])));
}
