import { createHash } from 'node:crypto';
import { readZip } from './archives.js';
import type { Provenance } from './check-provenance.js';
import { parseIntegrity, sriOf } from './integrity.js';
import { failed, names, passed, readJson, type Release, type Result } from './release.js';

interface Component {
  readonly name: string;
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Component[];
}

/** The parts of a CycloneDX bill of materials that a release has. */
interface Bill {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
}

const hashOf = ({ hashes }: Component, algorithm: string): string | undefined => hashes?.find(({ alg }) => alg === algorithm)?.content;

/** Returns the hash of the sealed engine in a chunk: of the function that the chunk exports. */
function sealedHash(chunk: Uint8Array): string {
  const code = new TextDecoder().decode(chunk);
  const end = code.lastIndexOf('}', code.lastIndexOf('export')) + 1;
  return createHash('sha384')
    .update(code.slice(code.indexOf('function('), end))
    .digest('hex');
}

/** Returns the sealed engines whose hash is not that of their chunk in the ZIP file for self-hosting. */
function changedEngines(components: readonly Component[], { version, files }: Release): readonly string[] {
  const content = readZip(files.get(`jet-player-${version}-self-hosted.zip`) ?? new Uint8Array());
  const chunksOf = (name: string): readonly Uint8Array[] => {
    const start = `jet-player-${version}/chunks/${name.replace(/\.js, sealed$/, '')}-`;
    return [...content].filter(([path]) => path.startsWith(start)).map(([, bytes]) => bytes);
  };
  return components
    .flatMap((component) => component.components ?? [])
    .filter((engine) => !chunksOf(engine.name).some((chunk) => sealedHash(chunk) === hashOf(engine, 'SHA-384')))
    .map(({ name }) => name);
}

/** Returns the packages of which the provenance states another hash, or none. */
function changedPackages(components: readonly Component[], release: Release): readonly string[] {
  const { resolvedDependencies } = (readJson(release, names.provenance) as Provenance).predicate.buildDefinition;
  const digests = new Map(resolvedDependencies.map(({ uri, digest }) => [uri, digest['sha512']]));
  return components
    .filter((component) => component.purl && component.hashes && digests.get(component.purl) !== hashOf(component, 'SHA-512'))
    .map(({ name }) => name);
}

/** Returns what a comparison found, or that its other side could not be read; another check reports why. */
function compared(other: string, compare: () => readonly string[]): readonly string[] {
  try {
    return compare();
  } catch {
    return [`cannot be compared with ${other}`];
  }
}

/** Compares the bill of materials with the version, the player and the provenance of a release. @throws Error if it cannot be read */
export function checkBill(release: Release): readonly Result[] {
  const { bomFormat, metadata, components } = readJson(release, names.bill) as Bill;
  const { name, version } = metadata.component;
  const integrity = parseIntegrity(release.files.get(names.integrity) ?? new Uint8Array());
  const problems = [
    ...(bomFormat === 'CycloneDX' ? [] : ['is not a bill of materials of CycloneDX']),
    ...(name === 'jet-player' && version === release.version ? [] : [`is of ${name} ${version}, not of jet-player ${release.version}`]),
    ...(integrity?.files[names.bill] === sriOf(release.files.get(names.bill)!) ? [] : [`is not the file of ${names.integrity}`]),
    ...compared('the ZIP file', () =>
      changedEngines(components, release).map((engine) => `has another hash of "${engine}" than the ZIP file`)
    ),
    ...compared(names.provenance, () =>
      changedPackages(components, release).map((each) => `has another hash of ${each} than the provenance`)
    )
  ];
  return problems.length > 0
    ? problems.map((text) => failed(names.bill, text))
    : [passed(names.bill, `${components.length} components with their hashes`)];
}
