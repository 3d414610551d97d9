import { createHash } from 'node:crypto';
import { UsageError } from '../arguments.js';
import { readSource } from '../read-source.js';

/** The content of `integrity.json`: the hash of every file of a release, in the form of `integrity="..."`. */
export interface Integrity {
  readonly version: string;
  /** The hashes by path from `dist/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Returns the SHA-384 of a file in the form of Subresource Integrity. */
export const sriOf = (bytes: Uint8Array): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Parses an `integrity.json`; undefined if it is not one. */
export function parseIntegrity(bytes: Uint8Array): Integrity | undefined {
  try {
    const { files, version } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Integrity>;
    return files && version ? { version, files } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads an `integrity.json`. @throws UsageError if it is not one */
export async function readIntegrity(source: string): Promise<Integrity> {
  const integrity = parseIntegrity((await readSource(source)).bytes);
  if (!integrity) throw new UsageError(`${source} is not an integrity.json`);
  return integrity;
}
