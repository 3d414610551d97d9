import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Returns the hash by which Chromium accepts the certificate of the test hosts as valid. */
function spkiHash(): string {
  const { publicKey } = new X509Certificate(readFileSync(new URL('../fixtures/tls/cert.pem', import.meta.url)));
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/**
 * Returns switches with which Chromium accepts the certificate of the test hosts, instead of ignoring its errors. Over a connection with an
 * error, Chromium caches nothing and sends no report.
 */
export const withTrustedCertificate = (args: readonly string[]): string[] => [
  ...args.filter((arg) => arg !== '--ignore-certificate-errors'),
  `--ignore-certificate-errors-spki-list=${spkiHash()}`
];
