import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Budget } from '../reading/budget.js';
import { readRegular } from '../reading/file.js';
import { systemReason, NotReadError } from '../reading/not-read.js';
import type { SourceContent } from '../read-source.js';

/**
 * Reads a file that a manifest names, when it is a regular file in a folder or below it; links are resolved before the check.
 * @throws NotReadError `outside-folder`, `not-a-file`, `unreachable` or `too-large`
 */
export async function readBeneath(folder: string, url: URL, budget: Budget): Promise<SourceContent> {
  const path = pathOf(url);
  mustBeBelow(folder, path);
  const [root, real] = await Promise.all([realpath(folder), realpath(path)]).catch((error: unknown) => {
    throw new NotReadError('unreachable', `cannot read ${path}: ${systemReason(error)}`);
  });
  mustBeBelow(root, real);
  return { url, bytes: await readRegular(real, budget) };
}

function pathOf(url: URL): string {
  try {
    // On some systems a file: URL with a host is a share on another machine.
    if (url.host === '') return fileURLToPath(url);
  } catch {
    // The next line reports it.
  }
  throw new NotReadError('outside-folder', `${url.href} is not a file on this machine`);
}

function mustBeBelow(folder: string, path: string): void {
  const steps = relative(folder, path);
  if (steps === '..' || steps.startsWith(`..${sep}`) || isAbsolute(steps))
    throw new NotReadError('outside-folder', `${path} is outside ${folder}; --folder names another folder`);
}
