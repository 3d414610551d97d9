import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityText } from '../../build/release/security-text.mjs';

/** Where RFC 9116 expects the file. */
export const securityTextPath = '/.well-known/security.txt';

/** Returns the `security.txt` of the demo. @param {string} root the repository's folder */
export const renderSecurityText = async (root) =>
  securityText(JSON.parse(await readFile(join(root, 'build/release/advisories.json'), 'utf8')));
