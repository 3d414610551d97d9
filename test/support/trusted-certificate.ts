import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The hash by which Chromium accepts the certificate of the test hosts as valid. */
function spkiHash(): string {
  const { publicKey } = new X509Certificate(readFileSync(new URL('../fixtures/tls/cert.pem', import.meta.url)));
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/**
 * Switches with which Chromium treats the connections as valid, instead of ignoring their errors: it caches nothing, and sends no report,
 * over a connection with an error.
 */
export const withTrustedCertificate = (args: readonly string[]): string[] => [
  ...args.filter((text) => text !== '--ignore-certificate-errors'),
  `--ignore-certificate-errors-spki-list=${spkiHash()}`
];
