import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../arguments.js';
import { scriptName, styleName } from './csp.js';
import type { Assets } from './files.js';

/** Returns the folder of this package, from any bundled file in it. */
function packageFolder(from = import.meta.url): URL {
  for (let folder = new URL('./', from); ; folder = new URL('../', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder;
    if (folder.pathname === '/') throw new UsageError('this command runs from the installed package');
  }
}

/** Reads the script and the style of this release. @throws UsageError if they have not been built */
export async function readAssets(): Promise<Assets> {
  const folder = new URL('dist/embed/', packageFolder());
  try {
    const [script, style] = await Promise.all([readFile(new URL(scriptName, folder)), readFile(new URL(styleName, folder))]);
    return { script, style };
  } catch {
    throw new UsageError('dist/embed is missing; run "npm run build" first');
  }
}
