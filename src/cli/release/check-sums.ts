import { createHash } from 'node:crypto';
import { failed, names, passed, type Release, type Result } from './release.js';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The files that the sums cannot contain: they are written after them. */
const isWithoutSum = (name: string): boolean => name === names.sums || name === names.signature;

/** Returns the files without which a folder is not a whole release. */
const requiredFiles = (version: string): readonly string[] => [
  `jet-player-${version}.tgz`,
  `jet-player-${version}-self-hosted.zip`,
  names.integrity,
  names.bill,
  names.provenance,
  names.snippets
];

/** Compares the files of a release with their sums: which are missing, changed or additional. */
export function checkSums({ version, files, others, sums }: Release): readonly Result[] {
  const missing = requiredFiles(version).filter((name) => !sums.has(name));
  return [
    ...[...sums].map(([name, sum]) => {
      const bytes = files.get(name);
      if (!bytes) return failed(name, 'is missing');
      return sha256Of(bytes) === sum ? passed(name, 'its sum') : failed(name, `is not the file of ${names.sums}`);
    }),
    ...missing.map((name) => failed(name, `is missing in ${names.sums}`)),
    ...[...files.keys()]
      .filter((name) => !sums.has(name) && !isWithoutSum(name))
      .map((name) => failed(name, `is additional: ${names.sums} does not name it`)),
    ...others.map((name) => failed(name, 'is additional, and not a file'))
  ];
}
