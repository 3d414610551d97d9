import type { DRMSystemConfiguration, HlsConfig } from 'hls.js';
import { base64UrlOf, type DrmSystem, type DrmSystems } from '../../drm.js';

/** Keys as a licence that is here already (Encrypted Media Extensions, 9.1.4). */
function licenceOf(keys: Readonly<Record<string, string>>): string {
  const jwks = Object.entries(keys).map(([kid, k]) => ({ kty: 'oct', kid: base64UrlOf(kid), k: base64UrlOf(k) }));
  return `data:application/json,${encodeURIComponent(JSON.stringify({ keys: jwks, type: 'temporary' }))}`;
}

const toConfig = ({ licenseUrl, certificateUrl, keys }: DrmSystem): DRMSystemConfiguration => ({
  licenseUrl: keys ? licenceOf(keys) : (licenseUrl ?? ''),
  ...(certificateUrl && { serverCertificateUrl: certificateUrl })
});

/** Brings hls.js's part for protected media, which is sealed like the rest and left out unless a page sets `drm`. */
export async function bringProtection(realm: object): Promise<Partial<HlsConfig>> {
  const { default: seal } = await import('sealed:eme.js');
  return { emeController: withAwaitedCertificate(seal(realm)) };
}

type Controller = HlsConfig['emeController'];

/** As much of hls.js's controller as is asked here; to its public types it is private. */
interface Certified {
  fetchServerCertificate(name: string): Promise<BufferSource | void>;
}

/**
 * hls.js looks at the certificate only when the browser has made its keys: a refusal that is quicker would be told to the page as a
 * rejection that nobody handles. It is still the one that hls.js meets, and reports.
 */
function withAwaitedCertificate(controller: Controller): Controller {
  const Base = controller as unknown as new (...given: unknown[]) => Certified;
  class AwaitedCertificate extends Base {
    override fetchServerCertificate(name: string): Promise<BufferSource | void> {
      const certificate = super.fetchServerCertificate(name);
      certificate.catch(() => undefined);
      return certificate;
    }
  }
  return AwaitedCertificate as unknown as Controller;
}

/** hls.js's settings for protected media; without key systems it has no way to ask the browser for one. */
export function protection(drm: DrmSystems | undefined): Partial<HlsConfig> {
  if (!drm) return { emeEnabled: false, requestMediaKeySystemAccessFunc: null };
  const { videoRobustness = '', audioRobustness = '' } =
    Object.values(drm).find((system) => system.videoRobustness ?? system.audioRobustness) ?? {};
  return {
    emeEnabled: true,
    requestMediaKeySystemAccessFunc: (name, configurations) => navigator.requestMediaKeySystemAccess(name, configurations),
    drmSystems: Object.fromEntries(Object.entries(drm).map(([name, system]) => [name, toConfig(system)])),
    drmSystemOptions: { videoRobustness, audioRobustness }
  };
}
