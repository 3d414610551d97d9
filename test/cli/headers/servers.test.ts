import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planReservation, type ReservationInput } from '../../../src/cli/headers/plan.js';
import { servers } from '../../../src/cli/headers/servers.js';
import { checkCaddy, checkNginx } from '../../docs/configs.js';
import { apacheRefuses, caddyRefuses, evaluateMap, mapOf, nginxRefuses, type MediaRequest } from './decisions.js';

const input: ReservationInput = { media: ['/media/', '/videos'], policy: '', noindex: false, embeddedBy: [], log: '' };
const filesOf = (server: string, change: Partial<ReservationInput> = {}): Readonly<Record<string, string>> =>
  servers[server]!(planReservation({ ...input, ...change }));
const textOf = (server: string, change: Partial<ReservationInput> = {}): string => Object.values(filesOf(server, change)).join('\n');

/** The number of lines that set a header, without comments. */
const linesWith = (text: string, part: string): number =>
  text.split('\n').filter((line) => !line.trimStart().startsWith('#') && line.includes(part)).length;

const serverNames = Object.keys(servers);
const embeddedBy = ['https://news.example.eu', 'https://*.partner.example', 'null'];
const log = join(tmpdir(), 'jet-media.log');

describe('the configuration of every server', () => {
  it.each(serverNames)('reserves each folder: %s', (server) => {
    const text = textOf(server);
    // Apache reads its file in the folder itself, and Caddy has one matcher for all folders.
    const count = server === 'nginx' || server === '_headers' ? 2 : 1;
    expect(linesWith(text, 'tdm-reservation')).toBe(server === 'apache' ? 2 : count);
    expect(linesWith(text, 'noai, noimageai')).toBe(count);
    expect(text).toContain('/media/');
    expect(text).toContain('/videos/');
    for (const absent of ['tdm-policy', 'noindex']) expect(linesWith(text, absent)).toBe(0);
  });

  it.each(serverNames)('contains the policy, and noindex, only when the options ask for it: %s', (server) => {
    const text = textOf(server, { policy: 'https://www.example.eu/tdm.json', noindex: true });
    expect(linesWith(text, 'https://www.example.eu/tdm.json')).toBeGreaterThan(0);
    expect(linesWith(text, 'noai, noimageai, noindex')).toBeGreaterThan(0);
  });

  it.each(serverNames)('says in comments that noai is a convention, and what it can do about signed URLs: %s', (server) => {
    const comments = textOf(server)
      .split('\n')
      .filter((line) => line.trimStart().startsWith('#'))
      .join('\n');
    expect(comments).toContain('noai and noimageai are conventions');
    expect(comments).toMatch(/signed URLs/i);
  });

  it('has a percent sign twice for Apache, for which one begins a variable', () =>
    expect(filesOf('apache', { policy: 'https://www.example.eu/a%20b' })['apache.htaccess']).toContain('https://www.example.eu/a%%20b'));
});

describe('the decision about a request', () => {
  const deciders = [
    ['nginx', 'nginx-http.conf', nginxRefuses],
    ['apache', 'apache.htaccess', apacheRefuses],
    ['caddy', 'Caddyfile', caddyRefuses]
  ] as const;
  const requests: readonly (readonly [refused: boolean, request: MediaRequest])[] = [
    [false, { site: '', origin: '' }],
    [false, { site: 'same-origin', origin: '' }],
    [false, { site: 'same-site', origin: 'https://www.example.eu' }],
    [false, { site: 'none', origin: '' }],
    [false, { site: 'cross-site', origin: 'https://news.example.eu' }],
    [false, { site: 'cross-site', origin: 'https://a.b.partner.example' }],
    [false, { site: 'cross-site', origin: 'null' }],
    [true, { site: 'cross-site', origin: '' }],
    [true, { site: 'cross-site', origin: 'https://evil.example' }],
    [true, { site: 'cross-site', origin: 'https://partner.example' }],
    [true, { site: 'cross-site', origin: 'https://news-example.eu' }],
    [true, { site: 'cross-site', origin: 'https://news.example.eu.evil.example' }],
    [true, { site: 'cross-site', origin: 'https://evil.example/.partner.example' }],
    [true, { site: 'cross-site', origin: 'http://news.example.eu' }],
    [true, { site: 'anything-else', origin: '' }]
  ];
  const cases = deciders.flatMap(([server, file, decide]) =>
    requests.map(([refused, request]) => ({ server, file, decide, refused, request }))
  );

  it.each(cases)('of $server is $refused for the request $request', ({ server, file, decide, refused, request }) => {
    expect(decide(filesOf(server, { embeddedBy })[file]!, request)).toBe(refused);
  });

  it.each(deciders)('of %s refuses every other site when no site is named', (server, file, decide) => {
    const text = filesOf(server)[file]!;
    for (const origin of ['https://news.example.eu', 'null', '']) expect(decide(text, { site: 'cross-site', origin })).toBe(true);
    expect(decide(text, { site: 'same-site', origin: '' })).toBe(false);
  });

  it.each(deciders)('canary: of %s is not found in a configuration without it', (_, __, decide) => {
    expect(() => decide('location /media/ { }', { site: 'cross-site', origin: '' })).toThrow('the configuration has no');
  });

  it('is left to browsers by _headers, which names the only allowed origin', () => {
    expect(textOf('_headers')).toContain('Cross-Origin-Resource-Policy: same-site');
    expect(textOf('_headers')).not.toContain('Access-Control-Allow-Origin');
    expect(textOf('_headers', { embeddedBy: ['https://news.example.eu'] })).toContain(
      'Access-Control-Allow-Origin: https://news.example.eu\n'
    );
    expect(textOf('_headers', { embeddedBy })).toContain('Access-Control-Allow-Origin: *\n');
  });
});

describe('the rules for caches and logs', () => {
  it.each([
    ['0  /media/a/master.m3u8', 'no-cache'],
    ['0  /media/a/1.m4s', 'public, max-age=3600'],
    ['0 token=x /media/a/1.m4s', 'private, no-store'],
    ['0 token=x /media/a/master.m3u8', 'private, no-store'],
    ['1 token=x /media/a/1.m4s', 'no-store'],
    ['1  /media/a/1.m4s', 'no-store']
  ])('of nginx are right for %s', (source, value) => {
    expect(evaluateMap(mapOf(textOf('nginx'), '$jet_media_cache'), source)).toBe(value);
  });

  it.each([
    [' /media/a/master.m3u8', 'no-cache'],
    [' /media/a/1.m4s', 'public, max-age=3600'],
    ['token=x /media/a/1.m4s', 'private, no-store']
  ])('of Caddy are right for "%s"', (source, value) => {
    expect(evaluateMap(mapOf(textOf('caddy'), '{jet_media_cache}'), source)).toBe(value);
  });

  it('of Apache and _headers keep responses out of shared caches', () => {
    expect(textOf('apache')).toContain('Header always set Cache-Control "private, no-store" "expr=-n %{QUERY_STRING}"');
    expect(textOf('_headers')).toContain('Cache-Control: private, ');
  });

  it('write no query, referrer or address to a log', () => {
    expect(textOf('nginx', { log })).toContain(`access_log ${log} jet_media;`);
    expect(textOf('nginx', { log })).not.toMatch(/log_format .*\$(args|request|request_uri|query_string|http_referer|remote_addr)\b/);
    expect(textOf('apache', { log })).toMatch(/CustomLog ".*" jet_media env=jet_media/);
    expect(textOf('apache', { log })).not.toMatch(/LogFormat .*%(r|q|h|a|\{Referer\}i)/);
    expect(textOf('caddy', { log })).toContain('request>uri regexp "\\?.*" ""');
  });

  it('write no log unless one is named', () => {
    expect(linesWith(textOf('nginx'), 'access_log off;')).toBe(2);
    expect(linesWith(textOf('apache'), 'CustomLog')).toBe(0);
    expect(textOf('caddy')).not.toContain('\nlog {');
  });
});

describe('the syntax', () => {
  it.each([{}, { embeddedBy, log, policy: 'https://www.example.eu/tdm' }])('is valid for nginx and Caddy with the options %j', (change) => {
    const { 'nginx-http.conf': http = '', 'nginx.conf': server = '' } = filesOf('nginx', change);
    const caddyfile = `http://127.0.0.1:8443 {\n${filesOf('caddy', change)['Caddyfile']}\n}\n`;
    console.log(
      `nginx: checked ${checkNginx(`${http}\nserver {\nlisten 127.0.0.1:8443;\n${server}\n}\n`)}, Caddy: checked ${checkCaddy(caddyfile)}`
    );
  });
});
