import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { fileNameOf, securityAdvisory, vexDocument, type SecurityData } from '../../../build/release/csaf.mjs';
import { provenanceStatement } from '../../../build/release/provenance.mjs';
import { sriOf } from '../../../src/cli/release/integrity.js';

export type Files = Record<string, Uint8Array>;

/** What a test changes. Each function gets the files of one step, before the next step reads them. */
export interface Changes {
  /** The player, from which the archives and their hashes are made. */
  readonly player?: (files: Files) => void;
  /** The files in the ZIP file for self-hosting, in the package, and in the plugin for WordPress. */
  readonly zip?: (files: Files) => void;
  readonly package?: (files: Files) => void;
  readonly plugin?: (files: Files) => void;
  /** The files that the provenance names. */
  readonly stated?: (files: Files) => void;
  /** The files that the sums name: those, and the provenance. */
  readonly summed?: (files: Files) => void;
  /** All files. */
  readonly written?: (files: Files) => void;
}

export const version = '1.2.3';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
export const readJson = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes)) as never;

/** Replaces a value in a JSON file by its path of names. */
export function setIn(files: Files, name: string, path: readonly string[], value: unknown): void {
  const root = readJson(files[name]) as Record<string, never>;
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, root);
  parent[path.at(-1)!] = value;
  files[name] = json(root);
}

const hex = (algorithm: string, data: Uint8Array | string): string => createHash(algorithm).update(data).digest('hex');
const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [folder + path, bytes]));

const engine = 'function(realm){return realm}';
/** The reader of Content Credentials, which is in a worker with further code. */
const reader = 'function(realm){return function(){}({})}';
const hash = 'ab'.repeat(64);
const components = [
  {
    name: 'hls.js',
    purl: 'pkg:npm/hls.js@1.0.0',
    hashes: [{ alg: 'SHA-512', content: hash }],
    components: [{ name: 'hls.js, sealed', hashes: [{ alg: 'SHA-384', content: hex('sha384', engine) }] }]
  },
  {
    name: '@contentauth/c2pa-wasm',
    components: [{ name: 'c2pa.js, sealed', hashes: [{ alg: 'SHA-384', content: hex('sha384', reader) }] }]
  },
  { name: 'a polyfill' }
];

const securityData: SecurityData = {
  publisher: { name: 'jet-player', namespace: 'https://player.example', contact: 'security@player.example' },
  reviewed: '2026-01-01T00:00:00.000Z',
  advisories: [
    {
      ...{ id: 'JET-2026-001', title: 'A title', published: '2026-01-01T00:00:00.000Z', updated: '2026-01-01T00:00:00.000Z' },
      ...{ summary: 'First version', description: 'A description', cwe: { id: 'CWE-1', name: 'A weakness' } },
      ...{ cvss: { vector: 'CVSS:3.1/AV:N', score: 5, severity: 'MEDIUM' }, affectedVersions: 'vers:npm/<1.2.3', fixedVersion: '1.2.3' },
      ...{ remediation: 'Update', acknowledgement: 'internal review' }
    }
  ],
  notAffected: []
};

/** Returns the files of a release that is made like a real one, of a player with three scripts. */
export async function smallRelease(changes: Changes = {}): Promise<Files> {
  const bill = { bomFormat: 'CycloneDX', metadata: { component: { name: 'jet-player', version } }, components };
  const player: Files = {
    'jet-player.js': bytesOf('import("./chunks/hls-12345678.js")'),
    'chunks/hls-12345678.js': bytesOf(`const e=${engine};export{e as default};`),
    'credentials/worker.js': bytesOf(`!function(){var e=${reader};e({})}();`),
    'sbom.cdx.json': json(bill)
  };
  changes.player?.(player);
  const hashes = Object.fromEntries(Object.entries(player).map(([path, bytes]) => [path, sriOf(bytes)]));
  const integrity = json({ version, files: hashes });
  const whole = { ...player, 'integrity.json': integrity };
  const zip = below(`jet-player-${version}/`, whole);
  const packed = { 'package/package.json': json({ name: 'jet-player', version }), ...below('package/dist/', whole) };
  const scripts = { 'jet-player.js': player['jet-player.js']!, 'chunks/hls-12345678.js': player['chunks/hls-12345678.js']! };
  const plugin = { 'jet-player/jet-player.php': bytesOf('<?php'), ...below(`jet-player/player/${version}/`, scripts) };
  changes.zip?.(zip);
  changes.package?.(packed);
  changes.plugin?.(plugin);
  const entries = Object.entries(packed).map(([name, body]) => ({ header: { name, size: body.length, type: 'file' as const }, body }));
  const vex = vexDocument(securityData, version);
  const files: Files = {
    [`jet-player-${version}.tgz`]: gzipSync(await packTar(entries)),
    [`jet-player-${version}-self-hosted.zip`]: zipSync(zip),
    [`jet-player-wordpress-${version}.zip`]: zipSync(plugin),
    'integrity.json': integrity,
    'sbom.cdx.json': player['sbom.cdx.json']!,
    'jet-2026-001.json': json(securityAdvisory(securityData, securityData.advisories[0]!)),
    [fileNameOf(vex.document.tracking.id)]: json(vex),
    'snippets.html': bytesOf(
      `<script type="module" src="/jet-player-${version}/jet-player.js" integrity="${hashes['jet-player.js']}"></script>`
    )
  };
  changes.stated?.(files);
  const sha256 = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hex('sha256', bytes)]));
  files['provenance.intoto.json'] = json(provenanceStatement({ hashes: sha256, version, components }));
  changes.summed?.(files);
  const sums = Object.entries(files).map(([name, bytes]) => `${hex('sha256', bytes)}  ${name}\n`);
  files['SHA256SUMS'] = bytesOf(sums.join(''));
  changes.written?.(files);
  return files;
}

/** Writes files to a new folder, and returns its path. */
export async function writeFiles(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jet-player-release-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return folder;
}
