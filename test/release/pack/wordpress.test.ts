import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordpressZip } from '../../../build/release/wordpress.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const zip = wordpressZip(version);
const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.replace(/^jet-player\//, ''), bytes]));
const textOf = (path: string): string => Buffer.from(files[path] ?? []).toString();
const player = `player/${version}/`;
const isPlayer = (path: string): boolean => path.startsWith(player);

/** Returns the hosts of the URLs in a text. */
const hostsIn = (text: string): string[] => [...text.matchAll(/https?:\/\/([a-z0-9.-]+\.[a-z]+)/g)].map(([, host = '']) => host);

describe('the WordPress plugin of a release', () => {
  it('has the version of package.json wherever WordPress reads it, and no mark that stands for it', () => {
    expect(textOf('jet-player.php')).toContain(` * Version:           ${version}\n`);
    expect(textOf('readme.txt')).toContain(`Stable tag: ${version}\n`);
    expect(JSON.parse(textOf('block/block.json'))).toMatchObject({ version, name: 'jet-player/player' });
    expect(Object.keys(files).filter((path) => textOf(path).includes('@VERSION@'))).toEqual([]);
  });

  it('contains the module with the engines, in the bytes of the release, and no file of another entry', () => {
    const { files: integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as { files: Record<string, string> };
    const scripts = Object.keys(files).filter((path) => isPlayer(path) && path.endsWith('.js'));
    for (const path of scripts)
      expect(`sha384-${createHash('sha384').update(files[path]!).digest('base64')}`, path).toBe(integrity[path.slice(player.length)]);
    for (const name of ['jet-player.js', 'chunks/interface-', 'chunks/hls-', 'chunks/dash-', 'chunks/mediabunny-', 'chunks/de-'])
      expect(
        scripts.filter((path) => path.startsWith(player + name)),
        name
      ).toHaveLength(1);
    expect(scripts.filter((path) => !/\/(jet-player|chunks\/[\w.-]+)\.js$/.test(path))).toEqual([]);
  });

  it('contains the licences, and is smaller than the two megabytes that PHP accepts by default', () => {
    expect(textOf('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
    expect(textOf(`${player}THIRD-PARTY.txt`)).toContain('hls.js');
    expect(zip.length).toBeLessThan(2 * 1024 * 1024);
  });

  it('names no host in its own code except in examples, comments and the schema of WordPress', () => {
    const known = ['opensource.org', 'schemas.wp.org', 'media.example.eu', 'www.example.eu'];
    const own = Object.keys(files).filter((path) => !isPlayer(path) && path !== 'LICENSE');
    expect(own.flatMap((path) => hostsIn(textOf(path))).filter((host) => !known.includes(host))).toEqual([]);
    expect(hostsIn("wp_enqueue_script( 'a', 'https://cdn.example.org/a.js' );"), 'canary').toEqual(['cdn.example.org']);
  });

  it('has the same attributes in the block and in PHP, with the same defaults', () => {
    const { attributes } = JSON.parse(textOf('block/block.json')) as { attributes: Record<string, { default: unknown }> };
    const list = textOf('includes/attributes.php').match(/DEFAULT_ATTRIBUTES = array\(([^)]*)\)/)?.[1] ?? '';
    const ofPhp = [...list.matchAll(/'([\w-]+)'\s+=> (''|false)/g)].map(([, name, value]) => [name, value === 'false' ? false : '']);
    expect(Object.fromEntries(ofPhp)).toEqual(
      Object.fromEntries(Object.entries(attributes).map(([name, { default: value }]) => [name, value]))
    );
    expect(ofPhp.length).toBeGreaterThan(10);
  });
});
