import { gzipSync } from 'node:zlib';
import { setIn, version, type Changes, type Files } from './small-release.js';

export const [tarball, zip, plugin, vex] = [
  `jet-player-${version}.tgz`,
  `jet-player-${version}-self-hosted.zip`,
  `jet-player-wordpress-${version}.zip`,
  'jet-vex-1_2_3.json'
];
export const [inZip, inPackage, inPlugin] = [`jet-player-${version}/`, 'package/dist/', `jet-player/player/${version}/`];
export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Returns bytes of which one bit is changed. */
const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** Returns a change that flips one bit of a file. */
export const flip =
  (name: string, at = 20) =>
  (files: Files): void =>
    void (files[name] = flipped(files[name]!, at));
/** Changes the first digit of the sums to another hexadecimal digit. */
const changeSum = (files: Files): void => {
  const sums = new TextDecoder().decode(files['SHA256SUMS']);
  files['SHA256SUMS'] = text((sums.startsWith('0') ? '1' : '0') + sums.slice(1));
};
export const add =
  (name: string) =>
  (files: Files): void =>
    void (files[name] = text('x'));
export const remove =
  (name: string) =>
  (files: Files): void =>
    void delete files[name];

/** Returns a ZIP file whose list says that its first file has 300 MiB. */
function withHugeSize(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(300 * 1024 * 1024, changed.indexOf('PK\x01\x02', 'latin1') + 24);
  return changed;
}

/** Each kind of tampering, with the differences that have to be found. What an attacker can recompute, the later steps have recomputed. */
export const tampered: readonly (readonly [what: string, changes: Changes, differences: readonly string[]])[] = [
  [
    'a bit of the ZIP file',
    { written: flip(zip, 60) },
    [`${zip} is not the file of SHA256SUMS`, `${zip} is not the file of the provenance`]
  ],
  ['a digit of the sums', { written: changeSum }, ['is not the file of SHA256SUMS']],
  [
    'a file in the ZIP file',
    { zip: flip(`${inZip}jet-player.js`) },
    [`${zip} has another ${inZip}jet-player.js than integrity.json names`]
  ],
  ['a file in the package', { package: flip(`${inPackage}jet-player.js`) }, [`${tarball} has another ${inPackage}jet-player.js`]],
  ['a file in the plugin', { plugin: flip(`${inPlugin}jet-player.js`) }, [`${plugin} has another ${inPlugin}jet-player.js`]],
  [
    'the sums, recomputed, but not the provenance',
    { summed: flip('snippets.html', 1) },
    ['snippets.html is not the file of the provenance']
  ],
  [
    'an additional file',
    { written: add('install.sh') },
    ['install.sh is additional: SHA256SUMS', 'install.sh is not named by the provenance']
  ],
  ['an additional file with a sum', { summed: add('install.sh') }, ['install.sh is not named by the provenance']],
  [
    'an additional script in the ZIP file',
    { zip: add(`${inZip}chunks/x.js`) },
    [`contains ${inZip}chunks/x.js, which integrity.json does not`]
  ],
  ['a file outside of the folder in the ZIP file', { zip: add('../x.js') }, [`${zip} contains ../x.js, which is outside of ${inZip}`]],
  ['an additional script in the package', { package: add(`${inPackage}x.js`) }, [`${tarball} contains ${inPackage}x.js`]],
  ['an additional script in the plugin', { plugin: add(`${inPlugin}x.js`) }, [`${plugin} contains ${inPlugin}x.js`]],
  ['a missing file', { written: remove('sbom.cdx.json') }, ['sbom.cdx.json is missing', 'provenance.intoto.json names sbom.cdx.json']],
  ['a missing file, also in the sums', { summed: remove(zip) }, [`${zip} is missing in SHA256SUMS`, `provenance.intoto.json names ${zip}`]],
  ['a missing file, also in the provenance', { stated: remove(vex) }, [`${vex} is missing`]],
  ['a missing script in the ZIP file', { zip: remove(`${inZip}jet-player.js`) }, [`${zip} lacks ${inZip}jet-player.js`]],
  ['a missing script in the package', { package: remove(`${inPackage}jet-player.js`) }, [`${tarball} lacks ${inPackage}jet-player.js`]],
  ['a missing entry in the plugin', { plugin: remove(`${inPlugin}jet-player.js`) }, [`${plugin} lacks ${inPlugin}jet-player.js`]],
  [
    'another integrity.json',
    { stated: (files) => setIn(files, 'integrity.json', ['files', 'jet-player.js'], 'sha384-x') },
    [`${zip} has another ${inZip}integrity.json`, `${tarball} has another ${inPackage}jet-player.js`, `snippets.html has a hash`]
  ],
  [
    'another version of integrity.json',
    { stated: (files) => setIn(files, 'integrity.json', ['version'], '9') },
    ['integrity.json is of version 9']
  ],
  [
    'an integrity.json that is no JSON',
    { stated: (files) => void (files['integrity.json'] = text('{')) },
    ['integrity.json cannot be read']
  ],
  [
    'another version of the package',
    { package: (files) => setIn(files, 'package/package.json', ['version'], '9') },
    [`${tarball} is not the package jet-player ${version}`]
  ],
  [
    'another provenance',
    { summed: (files) => setIn(files, 'provenance.intoto.json', ['predicate', 'buildDefinition', 'externalParameters', 'version'], '9') },
    ['provenance.intoto.json is of version 9']
  ],
  [
    'a provenance of another form',
    { summed: (files) => void (files['provenance.intoto.json'] = text('[]')) },
    ['provenance.intoto.json does not have the expected form', 'sbom.cdx.json cannot be compared with provenance.intoto.json']
  ],
  [
    'another kind of statement',
    { summed: (files) => setIn(files, 'provenance.intoto.json', ['predicateType'], 'x') },
    ['is not an in-toto statement']
  ],
  [
    'another version of the bill',
    { player: (files) => setIn(files, 'sbom.cdx.json', ['metadata', 'component', 'version'], '9') },
    ['sbom.cdx.json is of jet-player 9']
  ],
  [
    'another bill than that of the player',
    { stated: (files) => setIn(files, 'sbom.cdx.json', ['x'], 1) },
    ['is not the file of integrity.json']
  ],
  [
    'another hash of a package in the bill',
    { player: (files) => setIn(files, 'sbom.cdx.json', ['components', '0', 'hashes', '0', 'content'], 'x') },
    ['sbom.cdx.json has another hash of hls.js than the provenance']
  ],
  [
    'another sealed engine',
    { player: (files) => void (files['chunks/hls-12345678.js'] = text('const e=function(){};export{e as default};')) },
    ['sbom.cdx.json has another hash of "hls.js, sealed" than the ZIP file']
  ],
  [
    'another sealed reader of Content Credentials',
    { player: (files) => void (files['credentials/worker.js'] = text('!function(){var e=function(){return function(){}({})};e({})}();')) },
    ['sbom.cdx.json has another hash of "c2pa.js, sealed" than the ZIP file']
  ],
  [
    'a VEX document of another version',
    { stated: (files) => void (files[vex] = text(new TextDecoder().decode(files[vex]).replaceAll('jet-player 1.2.3', 'jet-player 9'))) },
    [`${vex} does not name jet-player ${version}`]
  ],
  [
    'an advisory of another name',
    { stated: (files) => setIn(files, 'jet-2026-001.json', ['document', 'tracking', 'id'], 'JET-2026-002') },
    ['jet-2026-001.json is the document JET-2026-002']
  ],
  [
    'an advisory that is no JSON',
    { stated: (files) => void (files['jet-2026-001.json'] = text('x')) },
    ['cannot be read as a CSAF document']
  ],
  [
    'an advisory of another format',
    { stated: (files) => setIn(files, 'jet-2026-001.json', ['document', 'csaf_version'], '1') },
    ['is not a CSAF 2.0']
  ],
  [
    'another hash in the markup',
    { stated: (files) => void (files['snippets.html'] = text(`<script src="/jet-player-${version}/jet-player.js" integrity="sha384-x">`)) },
    ['snippets.html has a hash that is not in integrity.json']
  ],
  [
    'a script of another host in the markup',
    { stated: (files) => void (files['snippets.html'] = text('<script src="https://evil.test/jet-player.js">')) },
    ['snippets.html has a hash']
  ],
  [
    'a ZIP file that ends early',
    { stated: (files) => void (files[zip] = files[zip]!.slice(0, 100)) },
    [`${zip} cannot be unpacked`, 'sbom.cdx.json cannot be compared with the ZIP file']
  ],
  ['a package that is not compressed', { stated: (files) => void (files[tarball] = text('x')) }, [`${tarball} cannot be unpacked`]],
  [
    'a ZIP file that unpacks to too much',
    { stated: (files) => void (files[zip] = withHugeSize(files[zip]!)) },
    ['unpacks to more than 256 MiB']
  ],
  [
    'a package that unpacks to too much',
    { stated: (files) => void (files[tarball] = gzipSync(Buffer.alloc(257 * 1024 * 1024), { level: 1 })) },
    [`${tarball} cannot be unpacked`]
  ],
  ['a name with a control character', { zip: add('\u001b[2Jx') }, [`${zip} contains ?[2Jx`]]
];
