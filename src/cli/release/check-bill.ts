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

/** Returns the hash of the code in a script from the first function on that the script assigns, up to the place that `endOf` returns. */
function hashOfFunction(script: Uint8Array, endOf: (code: string) => number): string {
  const code = new TextDecoder().decode(script);
  return createHash('sha384')
    .update(code.slice(code.indexOf('=function(') + 1, endOf(code)))
    .digest('hex');
}

/** The function of an engine is the only value that its chunk exports. */
const endInChunk = (code: string): number => code.lastIndexOf('}', code.lastIndexOf('export')) + 1;
/** The end of the function of the reader of Content Credentials, behind which the worker that contains it has further code. */
const readerEnd = '}({})}';
const endInWorker = (code: string): number => code.lastIndexOf(readerEnd) + readerEnd.length;

/** Returns the sealed engines whose hash is not that of their chunk, or of the worker of the reader, in the ZIP file for self-hosting. */
function changedEngines(components: readonly Component[], { version, files }: Release): readonly string[] {
  const content = readZip(files.get(`jet-player-${version}-self-hosted.zip`) ?? new Uint8Array());
  const hashesOf = (name: string): readonly string[] => {
    const engine = name.replace(/\.js, sealed$/, '');
    const [start, endOf] =
      engine === 'c2pa' ? (['credentials/worker.js', endInWorker] as const) : ([`chunks/${engine}-`, endInChunk] as const);
    return [...content]
      .filter(([path]) => path.startsWith(`jet-player-${version}/${start}`))
      .map(([, script]) => hashOfFunction(script, endOf));
  };
  return components
    .flatMap((component) => component.components ?? [])
    .filter((engine) => !hashesOf(engine.name).includes(hashOf(engine, 'SHA-384') ?? ''))
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
