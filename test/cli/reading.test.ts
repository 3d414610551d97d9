import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBeneath } from '../../src/cli/lint/beneath.js';
import { lintManifest, type LintResult } from '../../src/cli/lint/lint-manifest.js';
import { Reach } from '../../src/cli/lint/reach.js';
import { Budget, defaultLimits, type Limits } from '../../src/cli/reading/budget.js';
import type { Network } from '../../src/cli/reading/network.js';
import { readWeb, type HostAddress } from '../../src/cli/reading/web.js';

/** Two loopback addresses: the first simulates the public internet, the second a private network. */
const publicIp = '127.0.0.1';
const privateIp = '127.0.0.2';
const classify = (address: string): Network => (address === publicIp ? 'public' : 'private');

let server: Server;
let port = 0;
let requests: string[] = [];
let addressesByName: Record<string, string[]> = {};
let respondersByPath: Record<string, (response: ServerResponse) => void> = {};

beforeAll(async () => {
  server = createServer(({ headers, url = '', socket }, response) => {
    requests.push(`${socket.localAddress} ${headers.host?.split(':')[0]}${url}`);
    const responder = respondersByPath[url];
    if (responder) responder(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
  addressesByName = { 'site.test': [publicIp], 'cdn.site.test': [publicIp], 'other.test': [publicIp], 'in.site.test': [privateIp] };
  respondersByPath = {};
});

const respond = (body: string) => (response: ServerResponse) => response.end(body);
const redirectTo = (location: string) => (response: ServerResponse) => response.writeHead(302, { location }).end('moved');
const respondWithMaster = (...urls: string[]) =>
  respond(['#EXTM3U', ...urls.flatMap((url) => ['#EXT-X-STREAM-INF:BANDWIDTH=1', url])].join('\n'));
const media = '#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n1.ts\n';
const urlAt = (host: string, path: string) => `http://${host}:${port}${path}`;

/** Lints as the command does, but resolves host names to the addresses of `addressesByName`. */
async function lintDeep(start: string, { limits = defaultLimits, hosts = [] as string[] } = {}): Promise<LintResult> {
  const budget = new Budget(limits);
  const url = new URL(start);
  const reach = Object.assign(new Reach([url], hosts, classify), {
    resolve: (name: string): Promise<HostAddress[]> =>
      Promise.resolve((addressesByName[name] ?? []).map((address) => ({ address, family: 4 })))
  });
  const first = await readWeb(url, budget, reach);
  return lintManifest(first, {
    servedUrl: first.url,
    deep: true,
    read(nextUrl) {
      reach.admit(nextUrl);
      return readWeb(nextUrl, budget, reach);
    }
  });
}
const reasonsNotRead = ({ notRead }: LintResult) => notRead.map(({ reason }) => reason);

describe('lint --deep from the web', () => {
  it('reads playlists on the same site, and lists those on another', async () => {
    respondersByPath = {
      '/m': respondWithMaster('low', urlAt('cdn.site.test', '/low'), urlAt('other.test', '/low'), 'file:///etc/hostname', 'data:,x'),
      '/low': respond(media)
    };
    const result = await lintDeep(urlAt('site.test', '/m'));
    expect(result.manifests).toHaveLength(3);
    expect(reasonsNotRead(result)).toEqual(['other-site', 'scheme', 'scheme']);
    expect(requests).toEqual([`${publicIp} site.test/m`, `${publicIp} site.test/low`, `${publicIp} cdn.site.test/low`]);
  });

  it('canary: requests a playlist from an allowed host', async () => {
    respondersByPath = { '/m': respondWithMaster(urlAt('other.test', '/low')), '/low': respond(media) };
    const result = await lintDeep(urlAt('site.test', '/m'), { hosts: [`http://other.test:${port}`] });
    expect(reasonsNotRead(result)).toEqual([]);
    expect(requests).toContain(`${publicIp} other.test/low`);
  });

  it('sends no request to a private host, by its name or by a redirect', async () => {
    respondersByPath = {
      '/m': respondWithMaster(urlAt('in.site.test', '/admin'), '/moved', '/gone', '/file'),
      '/moved': redirectTo(urlAt('in.site.test', '/admin'))
    };
    respondersByPath['/gone'] = redirectTo(urlAt('other.test', '/x'));
    respondersByPath['/file'] = redirectTo('file:///etc/hostname');
    const result = await lintDeep(urlAt('site.test', '/m'));
    expect(reasonsNotRead(result)).toEqual(['private-host', 'private-host', 'other-site', 'scheme']);
    expect(requests.filter((sent) => !sent.startsWith(`${publicIp} site.test/`))).toEqual([]);
  });

  it('canary: requests a private host of the same site when the start is private', async () => {
    addressesByName['site.test'] = [privateIp];
    respondersByPath = { '/m': respondWithMaster(urlAt('in.site.test', '/low')), '/low': respond(media) };
    expect(reasonsNotRead(await lintDeep(urlAt('site.test', '/m')))).toEqual([]);
    expect(requests).toContain(`${privateIp} in.site.test/low`);
  });

  it('connects to the checked address when the name resolves to another one later', async () => {
    let lookups = 0;
    Object.defineProperty(addressesByName, 'cdn.site.test', { get: () => [lookups++ === 0 ? publicIp : privateIp] });
    respondersByPath = {
      '/m': respondWithMaster(urlAt('cdn.site.test', '/a'), urlAt('cdn.site.test', '/b')),
      '/a': respond(media),
      '/b': respond(media)
    };
    const result = await lintDeep(urlAt('site.test', '/m'));
    expect(reasonsNotRead(result)).toEqual(['private-host']);
    expect(requests).toEqual([`${publicIp} site.test/m`, `${publicIp} cdn.site.test/a`]);
  });

  it('refuses a name that resolves to a private and a public address', async () => {
    addressesByName['cdn.site.test'] = [publicIp, privateIp];
    respondersByPath = { '/m': respondWithMaster(urlAt('cdn.site.test', '/a')) };
    expect(reasonsNotRead(await lintDeep(urlAt('site.test', '/m')))).toEqual(['private-host']);
  });

  it('refuses a start URL that redirects to another site, and follows one within its own', async () => {
    respondersByPath = {
      '/m': redirectTo(urlAt('other.test', '/x')),
      '/n': redirectTo(urlAt('cdn.site.test', '/low')),
      '/low': respond(media)
    };
    await expect(lintDeep(urlAt('site.test', '/m'))).rejects.toMatchObject({ reason: 'other-site' });
    expect((await lintDeep(urlAt('site.test', '/n'))).manifests.map(({ url }) => url)).toEqual([urlAt('cdn.site.test', '/low')]);
  });

  it('reads the other playlists when one is missing, redirects endlessly or is not a playlist', async () => {
    respondersByPath = {
      '/m': respondWithMaster('none', 'loop', 'page', 'low'),
      '/loop': redirectTo('/loop'),
      '/page': respond('<p>'),
      '/low': respond(media)
    };
    const result = await lintDeep(urlAt('site.test', '/m'));
    expect(reasonsNotRead(result)).toEqual(['unreachable', 'unreachable', 'not-a-manifest']);
    expect(result.manifests).toHaveLength(2);
  });

  it('reports a host that a media playlist builds from an imported variable', async () => {
    respondersByPath = {
      '/m': respond('#EXTM3U\n#EXT-X-DEFINE:NAME="h",VALUE="evil.test"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow\n'),
      '/low': respond('#EXTM3U\n#EXT-X-DEFINE:IMPORT="h"\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nhttps://{$h}/1.ts\n')
    };
    const { manifests } = await lintDeep(urlAt('site.test', '/m'));
    expect(manifests.flatMap(({ hosts }) => hosts.map(({ origin }) => origin))).toContain('https://evil.test');
  });

  it('stops after 200 playlists and lists the rest', async () => {
    const paths = Array.from({ length: 205 }, (_, index) => `/p${index}`);
    respondersByPath = { '/m': respondWithMaster(...paths), ...Object.fromEntries(paths.map((path) => [path, respond(media)])) };
    const result = await lintDeep(urlAt('site.test', '/m'));
    expect(result.manifests).toHaveLength(200);
    expect(reasonsNotRead(result)).toEqual(Array(6).fill('too-many'));
  });
});

describe('the limits of lint --deep', () => {
  const smallLimits: Limits = { bytes: 10_000, totalBytes: 15_000, milliseconds: 60_000, totalMilliseconds: 60_000 };
  const respondEndlessly = (response: ServerResponse) => {
    const writeMore = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1000, '\n')));
    };
    response.on('drain', writeMore);
    writeMore();
  };

  it('stop an endless response, and one that exceeds the limit when it is decompressed', async () => {
    respondersByPath = {
      '/m': respondWithMaster('endless', 'bomb'),
      '/endless': respondEndlessly,
      '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)))
    };
    expect(reasonsNotRead(await lintDeep(urlAt('site.test', '/m'), { limits: { ...smallLimits, totalBytes: 1e9 } }))).toEqual([
      'too-large',
      'too-large'
    ]);
  });

  it('stop after the total number of bytes', async () => {
    const longPlaylist = respond(`${media}${'\n'.repeat(8000)}`);
    respondersByPath = { '/m': respondWithMaster('a', 'b', 'c'), '/a': longPlaylist, '/b': longPlaylist, '/c': longPlaylist };
    expect(reasonsNotRead(await lintDeep(urlAt('site.test', '/m'), { limits: smallLimits }))).toEqual(['too-large', 'too-large']);
  });

  it('stop waiting for a server that accepts a request and sends no response', async () => {
    respondersByPath = {
      '/m': respondWithMaster('silent', 'half'),
      '/silent': () => undefined,
      '/half': (response) => void response.write('#EXTM3U')
    };
    const result = await lintDeep(urlAt('site.test', '/m'), { limits: { ...smallLimits, milliseconds: 500 } });
    expect(reasonsNotRead(result)).toEqual(['too-slow', 'too-slow']);
  });

  it('stop after the total time', async () => {
    respondersByPath = { '/m': respondWithMaster('silent', 'low'), '/silent': () => undefined, '/low': respond(media) };
    const result = await lintDeep(urlAt('site.test', '/m'), { limits: { ...smallLimits, totalMilliseconds: 700 } });
    expect(reasonsNotRead(result)).toEqual(['too-slow', 'too-slow']);
  });

  it('allow a compressed body that was not requested', async () => {
    respondersByPath = { '/m': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(media)) };
    expect((await lintDeep(urlAt('site.test', '/m'))).manifests).toHaveLength(1);
  });
});

describe('readBeneath()', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jet-lint-'));
    mkdirSync(join(folder, 'film/sub'), { recursive: true });
    for (const name of ['secret.m3u8', 'film/a.m3u8', 'film/sub/b.m3u8']) writeFileSync(join(folder, name), media);
    symlinkSync(join(folder, 'secret.m3u8'), join(folder, 'film/out.m3u8'));
    symlinkSync(join(folder, 'film/sub/b.m3u8'), join(folder, 'film/in.m3u8'));
    symlinkSync('/dev/zero', join(folder, 'film/zero.m3u8'));
    execFileSync('mkfifo', [join(folder, 'film/pipe.m3u8')]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (name: string) =>
    readBeneath(join(folder, 'film'), new URL(name, pathToFileURL(join(folder, 'film/'))), new Budget()).then(
      ({ bytes }) => bytes.length,
      (error: { reason?: string }) => error.reason
    );

  it.each([
    ['a.m3u8', media.length],
    ['sub/b.m3u8', media.length],
    ['sub/../a.m3u8', media.length],
    ['in.m3u8', media.length],
    ['../secret.m3u8', 'outside-folder'],
    ['%2e%2e/secret.m3u8', 'outside-folder'],
    ['sub/..%2f..%2f..%2fsecret.m3u8', 'outside-folder'],
    ['out.m3u8', 'outside-folder'],
    ['zero.m3u8', 'outside-folder'],
    ['file:///etc/hostname', 'outside-folder'],
    ['file://server/share/a.m3u8', 'outside-folder'],
    ['pipe.m3u8', 'not-a-file'],
    ['sub', 'not-a-file'],
    ['none.m3u8', 'unreachable']
  ])('reads or refuses the path %s: %s', async (name, expected) => expect(await read(name)).toBe(expected));
});
