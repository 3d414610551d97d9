import { readFileSync } from 'node:fs';

/** Returns the version of this package. Its `package.json` is two folders above both `dist/cli/main.js` and this file. */
export function ownVersion(): string {
  const description = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return description.version;
}
