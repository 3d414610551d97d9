import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments.js';
import { headers } from '../../../src/cli/commands/headers.js';

/** Runs the command, and returns what it prints. */
async function run(...argv: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const output = { print: (text: string) => void printed.push(text), progress: () => undefined };
  expect(await headers.run(readArguments(argv, headers.options), output)).toBe(0);
  return printed.join('\n');
}

describe('npx jet-player headers', () => {
  it('prints the configuration of a server for /media/, unless other folders are named', async () => {
    expect(await run('--server', 'nginx')).toContain('location ^~ /media/ {');
    const text = await run('--server', 'nginx', '--media', '/videos/', '/captions');
    for (const folder of ['/videos/', '/captions/']) expect(text).toContain(`location ^~ ${folder} {`);
    expect(text).not.toContain('/media/');
  });

  it('prints tdmrep.json in the form of the TDM Reservation Protocol', async () => {
    const text = await run('--tdmrep', '--media', '/videos/', '/captions/', '--policy', 'https://www.example.eu/tdm');
    expect(JSON.parse(text)).toEqual([
      { location: '/videos/*', 'tdm-reservation': 1, 'tdm-policy': 'https://www.example.eu/tdm' },
      { location: '/captions/*', 'tdm-reservation': 1, 'tdm-policy': 'https://www.example.eu/tdm' }
    ]);
    expect(JSON.parse(await run('--tdmrep'))).toEqual([{ location: '/media/*', 'tdm-reservation': 1 }]);
  });

  it.each([
    ['nginx', ['nginx-http.conf', 'nginx.conf', 'tdmrep.json']],
    ['apache', ['apache-host.conf', 'apache.htaccess', 'tdmrep.json']],
    ['caddy', ['Caddyfile', 'tdmrep.json']],
    ['_headers', ['_headers', 'tdmrep.json']]
  ])('writes the files of %s to a folder', async (server, names) => {
    const out = mkdtempSync(join(tmpdir(), 'jet-headers-'));
    try {
      const printed = await run('--server', server, '--out', out);
      expect(readdirSync(out).sort()).toEqual(names);
      for (const name of names) expect(printed).toContain(join(out, name));
      expect(JSON.parse(readFileSync(join(out, 'tdmrep.json'), 'utf8'))).toHaveLength(1);
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  it.each<[string, string[], RegExp]>([
    ['no server', [], /--server is missing/],
    ['an unknown server', ['--server', 'iis'], /--server is one of nginx, apache, caddy, _headers, not "iis"/],
    ['an inherited name', ['--server', 'constructor'], /--server is one of/],
    ['a server for tdmrep.json', ['--server', 'nginx', '--tdmrep'], /leave out --server/],
    ['a stray word', ['nginx'], /"nginx" is not the value/],
    ['a relative folder', ['--server', 'nginx', '--media', 'videos'], /folder of media/],
    ['a folder that would end a block', ['--server', 'nginx', '--media', '/a { } '], /folder of media/],
    ['a line break', ['--server', 'nginx', '--media', '/a\nb/'], /folder of media/],
    ['a parent folder', ['--server', 'nginx', '--media', '/a/../b'], /folder of media/],
    ['a policy that is not a URL', ['--server', 'nginx', '--policy', 'terms'], /--policy expects/],
    ['a policy that would run as code', ['--server', 'nginx', '--policy', 'javascript:1'], /--policy expects/],
    ['a policy with a variable', ['--server', 'nginx', '--policy', 'https://a.example/$host'], /--policy expects/],
    ['a policy that would end its quotes', ['--server', 'nginx', '--policy', "https://a.example/'"], /--policy expects/],
    ['a policy with a password', ['--server', 'nginx', '--policy', 'https://a:b@a.example/'], /--policy expects/],
    ['a site with a path', ['--server', 'nginx', '--embedded-by', 'https://a.example/b'], /--embedded-by expects origins/],
    ['a site without encryption', ['--server', 'nginx', '--embedded-by', 'http://a.example'], /--embedded-by expects https/],
    ['every site', ['--server', 'nginx', '--embedded-by', 'https://*.eu'], /every host/],
    ['a log with a second directive', ['--server', 'nginx', '--log', '/a; x'], /--log expects a path/]
  ])('refuses %s and writes nothing', async (_, argv, message) => {
    const out = join(tmpdir(), 'jet-headers-none');
    await expect(run(...argv, '--out', out)).rejects.toThrow(message);
    expect(existsSync(out)).toBe(false);
  });
});
