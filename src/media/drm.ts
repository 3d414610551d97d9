import { PlayerError } from './error.js';

/** One key system, with the settings that its licence server needs. */
export interface DrmSystem {
  /** URL of the licence server. Its host must be allowed, like any other. */
  readonly licenseUrl?: string;
  /** URL of the server certificate, for key systems that need one before a licence request. */
  readonly certificateUrl?: string;
  /** For `org.w3.clearkey` only: keys by key ID, both in hexadecimal. The player then contacts no licence server. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Required robustness of the decoders, in the key system's own terms: `HW_SECURE_ALL`. */
  readonly videoRobustness?: string;
  readonly audioRobustness?: string;
}

/**
 * Key systems by name (Encrypted Media Extensions): `com.widevine.alpha`, `com.microsoft.playready`, `com.apple.fps`,
 * `org.w3.clearkey`. The player requests a key system from the browser only when the page sets this.
 */
export type DrmSystems = Readonly<Record<string, DrmSystem>>;

/** The error of protected media on a page that sets no `drm`. */
export const drmRequired = (): PlayerError =>
  new PlayerError('drm/required', 'This video is protected, and the page sets no key system (the property `drm`).');

/** Converts hexadecimal to Base64url, the encoding of JSON Web Keys. */
export const base64UrlOf = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.replaceAll('-', '').match(/../g) ?? []).map((byte) => parseInt(byte, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');

/** Returns the absolute URLs of all licence servers and certificates. */
export const licensesOf = (drm: DrmSystems, base: URL): string[] =>
  Object.values(drm)
    .flatMap(({ licenseUrl, certificateUrl }) => [licenseUrl, certificateUrl])
    .filter((url): url is string => url !== undefined && URL.canParse(url, base))
    .map((url) => new URL(url, base).href);
