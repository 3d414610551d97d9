import { readFileSync } from 'node:fs';

/** The version of this package. `dist/cli/main.js` and `src/cli/` are equally deep below its `package.json`. */
export function ownVersion(): string {
  const description = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return description.version;
}
