/** The only way in which a release is built; the statement names the commands in it. */
const commands = ['npm ci --ignore-scripts', 'npm run build', 'npm run release:pack'];

/**
 * @typedef {{ purl?: string, hashes?: readonly { alg: string, content: string }[] }} Component a component of the bill of materials
 */

/** @param {Component} component */
const dependencyOf = ({ purl, hashes }) => ({ uri: purl, digest: { sha512: hashes?.find(({ alg }) => alg === 'SHA-512')?.content } });

/**
 * Returns an unsigned in-toto statement (version 1) with a SLSA provenance predicate (version 1): from which commit and with which packages
 * the files of a release were built.
 * @param {{
 *   hashes: Readonly<Record<string, string>>, commit?: string, version: string, components: readonly Component[]
 * }} release `hashes` are the SHA-256 of its files by name; without a commit, the
 *   statement names none
 */
export const provenanceStatement = ({ hashes, commit, version, components }) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: Object.entries(hashes).map(([name, sha256]) => ({ name, digest: { sha256 } })),
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'pkg:npm/jet-player#release',
      externalParameters: { version, commands },
      resolvedDependencies: [
        ...(commit ? [{ uri: `pkg:npm/jet-player@${version}`, digest: { gitCommit: commit } }] : []),
        ...components.filter(({ purl, hashes: known }) => purl && known).map(dependencyOf)
      ]
    },
    // The workflow of the release signs a statement of its own, which names the builder.
    runDetails: { builder: { id: 'pkg:npm/jet-player#unsigned-build' } }
  }
});
