import { sha256Of } from './check-sums.js';
import { failed, names, passed, readJson, type Release, type Result } from './release.js';

/** The parts of an in-toto statement with a SLSA provenance predicate that a release has. */
export interface Provenance {
  readonly _type: string;
  readonly predicateType: string;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicate: {
    readonly buildDefinition: {
      readonly externalParameters: { readonly version: string };
      readonly resolvedDependencies: readonly { readonly uri: string; readonly digest: Readonly<Record<string, string>> }[];
    };
  };
}

/** The files that the statement cannot name: itself, and those that are written after it. */
const isWithoutSubject = (name: string): boolean => [names.sums, names.provenance, names.signature].includes(name);

/** Compares the files of a release with its statement of provenance. @throws Error if the statement cannot be read */
export function checkProvenance(release: Release): readonly Result[] {
  const { _type, predicateType, subject, predicate } = readJson(release, names.provenance) as Provenance;
  const { version } = predicate.buildDefinition.externalParameters;
  const hashes = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  const about = (text: string): Result => failed(names.provenance, text);
  const compared = [...release.files]
    .filter(([name]) => !isWithoutSubject(name))
    .map(([name, bytes]) => {
      if (!hashes.has(name)) return failed(name, 'is not named by the provenance');
      return hashes.get(name) === sha256Of(bytes) ? passed(name, 'the provenance') : failed(name, 'is not the file of the provenance');
    });
  return [
    ...(_type === 'https://in-toto.io/Statement/v1' && predicateType === 'https://slsa.dev/provenance/v1'
      ? [passed(names.provenance, 'the form of a SLSA provenance')]
      : [about('is not an in-toto statement with a SLSA provenance')]),
    ...(version === release.version ? [] : [about(`is of version ${version}, not of ${release.version}`)]),
    ...(hashes.size === subject.length ? [] : [about('names a file twice')]),
    ...[...hashes.keys()].filter((name) => !release.files.has(name)).map((name) => about(`names ${name}, which is missing`)),
    ...compared
  ];
}
