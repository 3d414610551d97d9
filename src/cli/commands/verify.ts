import { createHash } from 'node:crypto';
import { ownValue } from '../../lib/own.js';
import { oneWord, UsageError } from '../arguments.js';
import type { Command } from '../command.js';
import { readSource } from '../read-source.js';

/** The content of `integrity.json`: the hash of every file of a release, in the form of `integrity="..."`. */
export interface Integrity {
  readonly version: string;
  /** The hashes by path from `dist/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Returns the SHA-384 of a file in the form of Subresource Integrity. */
export const sriOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Compares a file with the hashes of a release. */
export const verify: Command = {
  name: 'verify',
  summary: 'Compares a file, local or on a site, with the hashes of this release.',
  usage: 'FILE|URL [options]',
  notes: 'Exit code 0: it is a file of the release, byte for byte. 1: it is not.',
  options: {
    as: { value: 'PATH', help: 'it must be exactly this file of the release, e.g. jet-player.bundle.js' },
    integrity: { value: 'FILE|URL', help: 'hashes to compare with, instead of those of this release' }
  },
  async run(args, output) {
    const source = oneWord(args, 'FILE or URL');
    const release = await readIntegrity(args.value('integrity') || new URL('../integrity.json', import.meta.url).href);
    const { bytes, url } = await readSource(source);
    const hash = sriOf(bytes);
    const expectedPath = args.value('as');
    if (expectedPath && !ownValue(release.files, expectedPath))
      throw new UsageError(`jet-player ${release.version} has no file "${expectedPath}"`);
    const matchingPaths = Object.keys(release.files).filter(
      (path) => release.files[path] === hash && (!expectedPath || path === expectedPath)
    );
    if (matchingPaths.length) {
      output.print(`${source} is ${matchingPaths.join(' = ')} of jet-player ${release.version}, byte for byte (${hash}).`);
      return 0;
    }
    const name = url.pathname.split('/').at(-1) ?? '';
    const [namesake] = expectedPath ? [expectedPath] : Object.keys(release.files).filter((path) => path.split('/').at(-1) === name);
    output.print(`${source} is not a file of jet-player ${release.version} (${hash}).`);
    if (namesake) output.print(`${namesake} of the release is ${release.files[namesake]}.`);
    return 1;
  }
};

/** Reads an `integrity.json`. @throws UsageError if it is not one */
export async function readIntegrity(source: string): Promise<Integrity> {
  const { bytes } = await readSource(source);
  try {
    const integrity = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Integrity>;
    if (integrity.files && integrity.version) return { version: integrity.version, files: integrity.files };
  } catch {
    // The next line reports it.
  }
  throw new UsageError(`${source} is not an integrity.json`);
}
