/**
 * `npm run release:pack` writes what a release consists of to `release/`, from the built `dist/`. The same commit results in the same
 * bytes. Nothing is signed here; the workflow of the release signs.
 * Usage: node build/release/pack.mjs [--out FOLDER] [--uncommitted]
 * With `--uncommitted` it also packs changes that no commit contains; the provenance then names no commit. Exits with code 2 when there are
 * such changes without it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { snippets } from './snippets.mjs';
import { zipFolder } from './zip-folder.mjs';
import { fileNameOf, securityAdvisory, vexDocument } from './csaf.mjs';
import { provenanceStatement } from './provenance.mjs';
import { wordpressZip } from './wordpress.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'release' }, uncommitted: { type: 'boolean', default: false } }
});
const folder = values.out;
const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
if (!values.uncommitted && git('status', '--porcelain') !== '') {
  console.error('jet-player: commit your changes first, because the provenance of a release names the commit that it was built from.');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const securityData = JSON.parse(readFileSync('build/release/advisories.json', 'utf8'));

const writeJson = (/** @type {string} */ name, /** @type {object} */ value) =>
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);

/** Returns the SHA-256 of each file of the release by its name, in the order of names. */
const hashesOfRelease = () =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')
      ])
  );

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(join(folder, `jet-player-${version}-self-hosted.zip`), zipFolder('dist', `jet-player-${version}`));
writeFileSync(join(folder, `jet-player-wordpress-${version}.zip`), wordpressZip(version));
for (const file of ['dist/integrity.json', 'dist/sbom.cdx.json']) cpSync(file, join(folder, basename(file)));
for (const advisory of securityData.advisories) writeJson(fileNameOf(advisory.id), securityAdvisory(securityData, advisory));
const vex = vexDocument(securityData, version);
writeJson(fileNameOf(vex.document.tracking.id), vex);
writeFileSync(join(folder, 'snippets.html'), snippets(version));
const commit = values.uncommitted ? undefined : git('rev-parse', 'HEAD');
const bill = JSON.parse(readFileSync('dist/sbom.cdx.json', 'utf8'));
// After all other files but the sums, because it names their hashes.
writeJson('provenance.intoto.json', provenanceStatement({ hashes: hashesOfRelease(), commit, version, components: bill.components }));
const lines = Object.entries(hashesOfRelease()).map(([name, hash]) => `${hash}  ${name}\n`);
writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
console.log(lines.join(''));
console.log(`jet-player: ${folder}/ contains the ${lines.length + 1} files of release ${version}.`);
