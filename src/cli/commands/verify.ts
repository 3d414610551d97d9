import { stat } from 'node:fs/promises';
import { ownValue } from '../../lib/own.js';
import { oneWord, UsageError, type Arguments } from '../arguments.js';
import type { Command, ExitCode, Output } from '../command.js';
import { isWeb, readSource } from '../read-source.js';
import { readIntegrity, sriOf } from '../release/integrity.js';
import { verifyRelease } from '../release/verify-release.js';

const notes = `With a file: exit code 0 if it is a file of the release, byte for byte, and 1 if it is not.
With a folder, which contains the files of a release and their SHA256SUMS: compares all of them with the sums and the provenance, the player in
the package and in the ZIP files with the hashes of integrity.json, the bill of materials with both, and reads the advisories. It contacts no
host. Exit code 0: everything matches. 1: something differs. Who made the release is a question of its signature, which
"gh attestation verify" checks.`;

const isFolder = async (source: string): Promise<boolean> =>
  !isWeb(source) &&
  (await stat(source).then(
    (status) => status.isDirectory(),
    () => false
  ));

/** Compares a file with the hashes of a release, or the files of a release with each other. */
export const verify: Command = {
  name: 'verify',
  summary: 'Compares a file, local or on a site, with the hashes of this release; or checks the files of a whole release, offline.',
  usage: 'FILE|URL|FOLDER [options]',
  notes,
  options: {
    as: { value: 'PATH', help: 'it must be exactly this file of the release, e.g. jet-player.bundle.js' },
    integrity: { value: 'FILE|URL', help: 'hashes to compare with, instead of those of this release' }
  },
  async run(args, output) {
    const source = oneWord(args, 'FILE, URL or FOLDER');
    if (!(await isFolder(source))) return verifyFile(source, args, output);
    if (args.has('as') || args.has('integrity')) throw new UsageError('--as and --integrity are for a file, not for a folder');
    return verifyRelease(source, output);
  }
};

/** Compares one file with the hashes of a release. */
async function verifyFile(source: string, args: Arguments, output: Output): Promise<ExitCode> {
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
