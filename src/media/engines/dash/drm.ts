import type { MediaPlayerClass } from 'dashjs';
import { base64UrlOf, type DrmSystem, type DrmSystems } from '../../drm.js';

/** Loads dash.js's module for protected media when the page sets `drm`. The module is sealed like the engine. */
export async function loadProtection(realm: object, drm: DrmSystems | undefined): Promise<void> {
  if (!drm) return;
  const { default: seal } = await import('sealed:protection.js');
  // dash.js looks for its modules in `dashjs`.
  Object.assign(realm, { dashjs: { Protection: seal(realm) } });
}

const toData = ({ licenseUrl, certificateUrl, keys, videoRobustness, audioRobustness }: DrmSystem) => ({
  ...(licenseUrl && { serverURL: licenseUrl }),
  ...(certificateUrl && { certUrls: [{ __text: certificateUrl }] }),
  ...(keys && { clearkeys: Object.fromEntries(Object.entries(keys).map(([kid, key]) => [base64UrlOf(kid), base64UrlOf(key)])) }),
  ...(videoRobustness && { videoRobustness }),
  ...(audioRobustness && { audioRobustness })
});

/** Passes the publisher's key systems to dash.js, which then ignores all others that a manifest names. */
export function protect(player: MediaPlayerClass, drm: DrmSystems | undefined): void {
  if (drm) player.setProtectionData(Object.fromEntries(Object.entries(drm).map(([name, system]) => [name, toData(system)])));
}
