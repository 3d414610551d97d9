import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../arguments.js';
import { Budget } from '../reading/budget.js';
import { readRegular } from '../reading/file.js';

/** The files of a release that have a name of their own. The others have the version in their name. */
export const names = {
  sums: 'SHA256SUMS',
  integrity: 'integrity.json',
  bill: 'sbom.cdx.json',
  provenance: 'provenance.intoto.json',
  snippets: 'snippets.html',
  /** The signature, which the workflow adds after the sums were written. */
  signature: 'provenance.sigstore.json'
};

/** A folder with the files of a release. */
export interface Release {
  readonly version: string;
  /** The bytes of each file by its name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is in the folder and is not a file, such as another folder or a link. */
  readonly others: readonly string[];
  /** The SHA-256 of each file by its name, as SHA256SUMS states them. */
  readonly sums: ReadonlyMap<string, string>;
}

/** What a check found out about one file: a property that it has, or how it differs. */
export interface Result {
  readonly file: string;
  readonly ok: boolean;
  readonly text: string;
}

export const passed = (file: string, text: string): Result => ({ file, ok: true, text });
export const failed = (file: string, text: string): Result => ({ file, ok: false, text });

/** Reads lines of `sha256sum`. @throws UsageError if a line has another form, or names a file twice */
function readSums(bytes: Uint8Array): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).trimEnd().split('\n')) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line) ?? [];
    if (!sum || !name) throw new UsageError(`${names.sums} has a line that is not a SHA-256 sum and the name of a file`);
    if (sums.has(name)) throw new UsageError(`${names.sums} names ${name} twice`);
    sums.set(name, sum);
  }
  return sums;
}

/** Reads a folder that contains a release. @throws UsageError if it contains none, or if it cannot be read */
export async function readRelease(folder: string): Promise<Release> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const budget = new Budget();
  const files = new Map<string, Uint8Array>();
  if (!entries.some(({ name }) => name === names.sums)) throw new UsageError(`${folder} is not a release: it has no ${names.sums}`);
  for (const entry of entries.filter((each) => each.isFile())) files.set(entry.name, await readRegular(join(folder, entry.name), budget));
  const sums = readSums(files.get(names.sums) ?? new Uint8Array());
  const versions = [...sums.keys()].map((name) => /^jet-player-(\d[\w.+-]*)\.tgz$/.exec(name)?.[1]).filter((each) => each !== undefined);
  const [version, ...more] = versions;
  if (!version || more.length > 0)
    throw new UsageError(`${folder} is not a release: ${names.sums} does not name one jet-player-VERSION.tgz`);
  return { version, files, sums, others: entries.filter((each) => !each.isFile()).map(({ name }) => name) };
}

/** Parses a JSON file of a release; an absent file is an empty text. @throws SyntaxError if it is not JSON */
export const readJson = ({ files }: Release, name: string): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(files.get(name) ?? new Uint8Array()));
