/** One key system of the publisher's, as its licence server wants to be asked. */
export interface DrmSystem {
  /** Where licences come from. Its host must be allowed, like any other. */
  readonly licenseUrl?: string;
  /** Where the server's certificate comes from, for key systems that want one before they ask. */
  readonly certificateUrl?: string;
  /** For `org.w3.clearkey` alone: the keys themselves by their ids, both in hexadecimal. No server is then asked. */
  readonly keys?: Readonly<Record<string, string>>;
  /** How well guarded the decoders must be, in the key system's own words: `HW_SECURE_ALL`. */
  readonly videoRobustness?: string;
  readonly audioRobustness?: string;
}

/**
 * Key systems by their names (Encrypted Media Extensions): `com.widevine.alpha`, `com.microsoft.playready`, `com.apple.fps`,
 * `org.w3.clearkey`. Only where a page sets this does the player ask the browser for a key system at all.
 */
export type DrmSystems = Readonly<Record<string, DrmSystem>>;

/** Base64url of hexadecimal, as JSON Web Keys have it. */
export const base64UrlOf = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.replaceAll('-', '').match(/../g) ?? []).map((byte) => parseInt(byte, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** The addresses of licences and certificates, absolute. */
export const licensesOf = (drm: DrmSystems, base: URL): string[] =>
  Object.values(drm)
    .flatMap(({ licenseUrl, certificateUrl }) => [licenseUrl, certificateUrl])
    .filter((url): url is string => url !== undefined && URL.canParse(url, base))
    .map((url) => new URL(url, base).href);
