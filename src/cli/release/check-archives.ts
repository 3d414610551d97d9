import { ownValue } from '../../lib/own.js';
import { readTarball, readZip, type ArchiveFiles } from './archives.js';
import { parseIntegrity, sriOf, type Integrity } from './integrity.js';
import { failed, names, passed, type Release, type Result } from './release.js';

/** An archive of a release, and what it has to contain. */
interface Archive {
  readonly file: string;
  readonly read: (bytes: Uint8Array) => ArchiveFiles | Promise<ArchiveFiles>;
  /** The folder in it that contains files of the player. */
  readonly folder: string;
  /** Whether this folder contains every file of the player. */
  readonly isWhole: boolean;
  /** Whether other folders may contain other files. */
  readonly hasOthers: boolean;
}

/** Returns the archives of a release; the plugin for WordPress is checked only where the release has it. */
const archivesOf = ({ version, files }: Release): readonly Archive[] => {
  const plugin = `jet-player-wordpress-${version}.zip`;
  return [
    { file: `jet-player-${version}.tgz`, read: readTarball, folder: 'package/dist/', isWhole: true, hasOthers: true },
    { file: `jet-player-${version}-self-hosted.zip`, read: readZip, folder: `jet-player-${version}/`, isWhole: true, hasOthers: false },
    ...(files.has(plugin)
      ? [{ file: plugin, read: readZip, folder: `jet-player/player/${version}/`, isWhole: false, hasOthers: true }]
      : [])
  ];
};

/** Returns how the content of an archive differs from the hashes of the release. */
function differencesOf(content: ArchiveFiles, { folder, isWhole, hasOthers }: Archive, { files }: Integrity, integrity: Uint8Array) {
  const problems: string[] = [];
  const found = new Set<string>();
  for (const [path, bytes] of content) {
    const name = path.startsWith(folder) ? path.slice(folder.length) : undefined;
    if (name === undefined) {
      if (!hasOthers) problems.push(`contains ${path}, which is outside of ${folder}`);
      continue;
    }
    found.add(name);
    const hash = name === names.integrity ? sriOf(integrity) : ownValue(files, name);
    if (hash === undefined) problems.push(`contains ${path}, which ${names.integrity} does not name`);
    else if (hash !== sriOf(bytes)) problems.push(`has another ${path} than ${names.integrity} names`);
  }
  const needed = isWhole ? [...Object.keys(files), names.integrity] : ['jet-player.js'];
  return [...problems, ...needed.filter((name) => !found.has(name)).map((name) => `lacks ${folder}${name}`)];
}

/** Returns how the `package.json` of the package differs from the version of the release. */
function versionDifference(content: ArchiveFiles, version: string): readonly string[] {
  const text = new TextDecoder().decode(content.get('package/package.json'));
  const description = JSON.parse(text) as { name?: string; version?: string };
  return description.name === 'jet-player' && description.version === version ? [] : [`is not the package jet-player ${version}`];
}

async function checkArchive(archive: Archive, integrity: Integrity, release: Release): Promise<readonly Result[]> {
  const { file, folder, read } = archive;
  try {
    const content = await read(release.files.get(file) ?? new Uint8Array());
    const problems = [
      ...differencesOf(content, archive, integrity, release.files.get(names.integrity)!),
      ...(file.endsWith('.tgz') ? versionDifference(content, release.version) : [])
    ];
    const count = [...content.keys()].filter((path) => path.startsWith(folder)).length;
    return problems.length > 0 ? problems.map((text) => failed(file, text)) : [passed(file, `${count} files of the player`)];
  } catch (error) {
    return [failed(file, `cannot be unpacked: ${(error as Error).message}`)];
  }
}

/** Compares the player in each archive of a release with the hashes of `integrity.json`. */
export async function checkArchives(release: Release): Promise<readonly Result[]> {
  const integrity = parseIntegrity(release.files.get(names.integrity) ?? new Uint8Array());
  if (!integrity) return [failed(names.integrity, 'cannot be read')];
  const results = await Promise.all(archivesOf(release).map((archive) => checkArchive(archive, integrity, release)));
  const { version } = integrity;
  return [
    version === release.version
      ? passed(names.integrity, 'its version')
      : failed(names.integrity, `is of version ${version}, not of ${release.version}`),
    ...results.flat()
  ];
}
