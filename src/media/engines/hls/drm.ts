import type { DRMSystemConfiguration, HlsConfig } from 'hls.js';
import { base64UrlOf, type DrmSystem, type DrmSystems } from '../../drm.js';
import type { RequestLog } from '../../network/request-log.js';
import { countedKeySystemAccess } from '../realm/navigator.js';

/** Returns keys as a `data:` URL of a licence (Encrypted Media Extensions, 9.1.4). */
function licenceOf(keys: Readonly<Record<string, string>>): string {
  const jwks = Object.entries(keys).map(([kid, k]) => ({ kty: 'oct', kid: base64UrlOf(kid), k: base64UrlOf(k) }));
  return `data:application/json,${encodeURIComponent(JSON.stringify({ keys: jwks, type: 'temporary' }))}`;
}

const toConfig = ({ licenseUrl, certificateUrl, keys }: DrmSystem): DRMSystemConfiguration => ({
  licenseUrl: keys ? licenceOf(keys) : (licenseUrl ?? ''),
  ...(certificateUrl && { serverCertificateUrl: certificateUrl })
});

/** Loads hls.js's module for protected media, which is sealed like the engine and excluded unless a page sets `drm`. */
export async function loadProtection(realm: object): Promise<Partial<HlsConfig>> {
  const { default: seal } = await import('sealed:eme.js');
  return { emeController: withAwaitedCertificate(seal(realm)) };
}

type Controller = HlsConfig['emeController'];

/** The part of hls.js's EME controller that is used here; it is private in its public types. */
interface CertificateLoader {
  fetchServerCertificate(name: string): Promise<BufferSource | void>;
}

/**
 * Prevents an unhandled rejection of the certificate request: hls.js awaits it only after the browser has created its media keys, and an
 * earlier failure would reach the page as `unhandledrejection`. hls.js still receives and reports the same rejection.
 */
function withAwaitedCertificate(controller: Controller): Controller {
  const Base = controller as unknown as new (...args: unknown[]) => CertificateLoader;
  class AwaitedCertificate extends Base {
    override fetchServerCertificate(name: string): Promise<BufferSource | void> {
      const certificate = super.fetchServerCertificate(name);
      certificate.catch(() => undefined);
      return certificate;
    }
  }
  return AwaitedCertificate as unknown as Controller;
}

/** Returns hls.js's settings for protected media; without `drm`, hls.js cannot request a key system from the browser. */
export function protection(drm: DrmSystems | undefined, log: RequestLog): Partial<HlsConfig> {
  if (!drm) return { emeEnabled: false, requestMediaKeySystemAccessFunc: null };
  const { videoRobustness = '', audioRobustness = '' } =
    Object.values(drm).find((system) => system.videoRobustness ?? system.audioRobustness) ?? {};
  return {
    emeEnabled: true,
    requestMediaKeySystemAccessFunc: countedKeySystemAccess(log),
    drmSystems: Object.fromEntries(Object.entries(drm).map(([name, system]) => [name, toConfig(system)])),
    drmSystemOptions: { videoRobustness, audioRobustness }
  };
}
