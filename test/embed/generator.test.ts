import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { embed } from '../../src/cli/commands/embed.js';
import { cspHeaderOf, cspOf } from '../../src/cli/embed/csp.js';
import { servedFiles, setupFiles } from '../../src/cli/embed/files.js';
import { headersOf, reportingHeaders } from '../../src/cli/embed/headers.js';
import { planEmbed, tiers, type EmbedInput } from '../../src/cli/embed/plan.js';
import { permissions, snippetOf } from '../../src/cli/embed/snippet.js';

const input: EmbedInput = {
  tier: 'strict',
  origin: 'https://video.example.eu/embed/',
  media: ['https://media.example.eu'],
  pages: ['https://www.example.eu']
};
const plan = (change: Partial<EmbedInput> = {}) => planEmbed({ ...input, ...change });
const assets = { script: Buffer.from('script'), style: Buffer.from('style') };

describe('the security policy', () => {
  it('allows only the files of the embed and the media origins when the tier is strict', () => {
    expect(cspOf(plan())).toBe(
      "default-src 'none'; script-src https://video.example.eu/embed/jet-embed.js; style-src https://video.example.eu/embed/jet-embed.css; " +
        "connect-src https://media.example.eu; media-src blob: data: https://media.example.eu; img-src blob:; base-uri 'none'; form-action 'none'; " +
        "trusted-types lit-html jet-player; require-trusted-types-for 'script'"
    );
  });
  it('is the same when the tier is standard', () => expect(cspOf(plan({ tier: 'standard' }))).toBe(cspOf(plan())));
  it('names Google only when the tier is cast', () => {
    expect(cspOf(plan({ tier: 'cast' }))).toContain('script-src https://video.example.eu/embed/jet-embed.js https://www.gstatic.com;');
    for (const tier of ['strict', 'standard'])
      expect(
        JSON.stringify([servedFiles(plan({ tier }), assets), setupFiles(plan({ tier }), { src: '/a', title: 'b', aiLabel: '' })])
      ).not.toMatch(/gstatic|google/i);
  });
  it('limits in the header which pages may contain the frame', () => {
    expect(cspHeaderOf(plan())).toBe(`${cspOf(plan())}; frame-ancestors https://www.example.eu`);
    expect(cspHeaderOf(plan({ pages: [] }))).toMatch(/; frame-ancestors \*$/);
  });
  it('lists each host, port and wildcard once', () => {
    const media = ['https://A.example.eu:443/', 'https://a.example.eu', 'https://*.cdn.example.eu', 'https://b.example.eu:8443'];
    expect(cspOf(plan({ media }))).toContain(
      'connect-src https://a.example.eu https://*.cdn.example.eu https://b.example.eu:8443; media-src blob: data: https://a.example.eu '
    );
  });
  it('lists the origin of the embed for the media origin self', () =>
    expect(cspOf(plan({ media: ['self'] }))).toContain('connect-src https://video.example.eu;'));
});

describe('the permissions', () => {
  it.each(tiers)('deny key systems in the header, and request none in the snippet: %s', (tier) => {
    expect(Object.fromEntries(headersOf(plan({ tier })))['Permissions-Policy']).toContain('encrypted-media=()');
    expect(permissions[tier]).not.toContain('encrypted-media');
  });
});

describe('planEmbed()', () => {
  it.each<[string, Partial<EmbedInput>, RegExp]>([
    ['no URL of the embed', { origin: '' }, /--origin is missing/],
    ['no media', { media: [] }, /--media is missing/],
    ['an unknown tier', { tier: 'loose' }, /--tier is one of/],
    ['media with a path', { media: ['https://media.example.eu/a'] }, /--media expects origins/],
    ['every host', { media: ['*'] }, /--media expects origins/],
    ['a whole top-level domain', { media: ['https://*.eu'] }, /every host/],
    ['plain HTTP', { media: ['http://media.example.eu'] }, /https/],
    ['a name and password', { media: ['https://a:b@media.example.eu'] }, /--media expects origins/],
    ['a second directive', { media: ['https://media.example.eu; script-src *'] }, /--media expects origins/],
    ['a line break', { pages: ['https://www.example.eu\nX-Evil: 1'] }, /--pages expects origins/],
    ['a keyword', { media: ["'unsafe-inline'"] }, /--media expects origins/],
    ['a scheme', { media: ['https:'] }, /--media expects origins/],
    ['a javascript: URL', { origin: 'javascript:alert(1)' }, /--origin expects/],
    ['a URL with a query', { origin: 'https://video.example.eu/?a' }, /--origin expects/],
    ['a URL that would end a directive', { origin: 'https://video.example.eu/a;b/' }, /folder/],
    ['the tier standard on the host of a page', { tier: 'standard', pages: ['https://video.example.eu'] }, /host of its own/],
    [
      'the tier standard on another port of the host of a page',
      { tier: 'standard', pages: ['https://video.example.eu:8443'] },
      /host of its own/
    ],
    ['the tier cast on a host that a wildcard of pages matches', { tier: 'cast', pages: ['https://*.example.eu'] }, /host of its own/]
  ])('throws when it is given %s', (_, change, message) => {
    expect(() => plan(change)).toThrow(message);
  });
  it('accepts the tier strict on the host of a page', () => expect(plan({ pages: ['https://video.example.eu'] }).tier).toBe('strict'));
  it('uses the path /embed/ when it is given only an origin', () =>
    expect(plan({ origin: 'https://video.example.eu' }).url?.href).toBe('https://video.example.eu/embed/'));
});

describe('the generated page', () => {
  const page = String(servedFiles(plan(), assets)['index.html']);
  it('has no inline code, and integrity hashes for its script and its style sheet', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:/);
    expect(page).toContain('src="jet-embed.js" integrity="sha384-');
    expect(page).toContain('href="jet-embed.css" integrity="sha384-');
    expect(page.match(/crossorigin="anonymous"/g)).toHaveLength(2);
  });
  it('lists the allowed origins and pages, and loads nothing before play', () => {
    expect(page).toContain(
      '<jet-player allow-origins="https://media.example.eu" data-pages="https://www.example.eu" load="play"></jet-player>'
    );
  });
  it('reserves the rights of text and data mining', () => {
    expect(page).toContain('<meta name="tdm-reservation" content="1" />');
    expect(page).toContain('content="noai, noimageai"');
  });
});

describe('the snippet with an AI label', () => {
  it.each(['generated', 'modified'])('has the parameter ai-label=%s', (aiLabel) => {
    const { 'snippet.html': snippet, 'oembed.json': oembed } = setupFiles(plan(), { src: '/a', title: 'b', aiLabel });
    expect([snippet, oembed].every((text) => text!.includes(`ai-label=${aiLabel}`))).toBe(true);
  });

  it('canary: a snippet without a label has no such parameter', () => {
    expect(setupFiles(plan(), { src: '/a', title: 'b', aiLabel: '' })['snippet.html']).not.toContain('ai-label');
  });
});

describe('the generated setup files', () => {
  const setup = setupFiles(plan(), {
    src: 'https://media.example.eu/a/master.m3u8?x=1&y=2',
    title: 'Council <b>"meeting"</b>',
    aiLabel: ''
  });
  it.each(['nginx.conf', 'apache.htaccess', 'Caddyfile', '_headers'])('contain every header: %s', (name) => {
    const text = setup[name]!;
    expect(text).toContain(cspHeaderOf(plan()));
    for (const header of [
      'Permissions-Policy',
      'Referrer-Policy',
      'X-Robots-Tag',
      'tdm-reservation',
      'Access-Control-Allow-Origin',
      'X-Content-Type-Options'
    ])
      expect(text).toContain(header);
    expect(text).toContain('noai, noimageai');
    expect(text).toContain('camera=()');
    // Apache reads its file in the folder itself, so only the others name the folder outside the security policy.
    const withoutPolicy = text.replace(cspHeaderOf(plan()), '');
    expect(withoutPolicy.includes('/embed/')).toBe(name !== 'apache.htaccess');
  });
  it.each([
    ['nginx.conf', 'add_header NEL \'{"max_age":0}\' always;', (name: string) => [`proxy_hide_header ${name};`]],
    [
      'apache.htaccess',
      'Header always set NEL \'{"max_age":0}\'',
      (name: string) => [`Header onsuccess unset ${name}\n`, `Header always unset ${name}\n`]
    ],
    ['Caddyfile', String.raw`NEL "\{\"max_age\":0\}"`, (name: string) => [`\t-${name}\n`]],
    ['_headers', 'NEL: {"max_age":0}', () => []]
  ] as const)('end network error logging, and remove the reporting headers if the server can: %s', (file, end, lines) => {
    const text = setup[file]!;
    expect(text.split(end)).toHaveLength(2);
    for (const line of reportingHeaders.flatMap(lines)) expect(text).toContain(line);
  });
  it('contain the documented snippet with an escaped title', () => {
    expect(setup['snippet.html']).toBe(
      '<iframe src="https://video.example.eu/embed/?src=https://media.example.eu/a/master.m3u8%3Fx%3D1%26y%3D2&amp;title-text=Council+%3Cb%3E%22meeting%22%3C/b%3E" title="Council &lt;b&gt;&quot;meeting&quot;&lt;/b&gt;"\n' +
        '  loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts" allow="autoplay *; fullscreen *; picture-in-picture *"\n' +
        '  allowfullscreen style="width:100%;aspect-ratio:16/9;border:0"></iframe>\n'
    );
  });
  it('contain oembed.json and tdmrep.json in the formats of their specifications', () => {
    expect(JSON.parse(setup['oembed.json']!)).toMatchObject({
      version: '1.0',
      type: 'video',
      width: 1280,
      height: 720,
      html: setup['snippet.html']!.trim()
    });
    expect(JSON.parse(setup['tdmrep.json']!)).toEqual([{ location: '/embed/*', 'tdm-reservation': 1 }]);
  });
});

describe('the reservation of media', () => {
  const setupOf = (change: Partial<EmbedInput>) => setupFiles(plan(change), { src: '/a.m3u8', title: 'A video', aiLabel: '' });
  const rulesIn = (setup: Readonly<Record<string, string>>, name: string) =>
    (JSON.parse(setup[name]!) as { location: string }[]).map(({ location }) => location);

  it('is written for every server and for tdmrep.json, with the folders that are named', () => {
    const setup = setupOf({ mediaFolders: ['/videos/'] });
    const names = Object.keys(setup).filter((name) => name.startsWith('media/'));
    const files = ['Caddyfile', '_headers', 'apache-host.conf', 'apache.htaccess', 'nginx-http.conf', 'nginx.conf', 'tdmrep.json'];
    expect(names.sort()).toEqual(files.map((name) => `media/${name}`));
    expect(setup['media/nginx.conf']).toContain('location ^~ /videos/ {');
    expect(rulesIn(setup, 'media/tdmrep.json')).toEqual(['/videos/*']);
  });
  it('covers the media in tdmrep.json of the page only when its host serves them', () => {
    expect(rulesIn(setupOf({ media: ['self'], mediaFolders: ['/videos/'] }), 'tdmrep.json')).toEqual(['/embed/*', '/videos/*']);
    expect(rulesIn(setupOf({ media: ['self'] }), 'tdmrep.json')).toEqual(['/embed/*', '/media/*']);
    expect(rulesIn(setupOf({}), 'tdmrep.json')).toEqual(['/embed/*']);
  });
  it('allows the page itself, whose origin is opaque when the tier is strict', () => {
    expect(setupOf({})['media/Caddyfile']).toContain('`^(null)$`');
    expect(setupOf({ tier: 'standard' })['media/Caddyfile']).toContain('`^(https://video\\.example\\.eu)$`');
  });
  it('names the policy in the page, in the headers and in both files', () => {
    const policy = 'https://www.example.eu/tdm?a=1&b=2';
    const setup = setupOf({ policy });
    for (const name of ['nginx.conf', 'tdmrep.json', 'media/nginx.conf', 'media/tdmrep.json']) expect(setup[name]).toContain(policy);
    expect(String(servedFiles(plan({ policy }), assets)['index.html'])).toContain(
      '<meta name="tdm-policy" content="https://www.example.eu/tdm?a=1&amp;b=2" />'
    );
    expect(JSON.stringify(setupOf({}))).not.toContain('tdm-policy');
  });
});

describe('snippetOf()', () => {
  it('throws when the title is empty', () => {
    const options = { url: 'https://v.example.eu/', tier: 'strict', parameters: {} } as const;
    for (const title of ['', '  ']) expect(() => snippetOf({ ...options, title })).toThrow(/title/);
  });
});

describe('npx jet-player embed', () => {
  const run = async (...argv: string[]) => {
    const printed: string[] = [];
    const code = await embed.run(readArguments(argv, embed.options), { print: (text) => printed.push(text), progress: () => undefined });
    return { code, printed: printed.join('\n') };
  };

  it('writes the page, its files and the setup files, and prints the snippet', async () => {
    const out = mkdtempSync(join(tmpdir(), 'jet-embed-'));
    const { code, printed } = await run(
      '--origin',
      input.origin,
      '--media',
      'https://a.example.eu',
      'https://b.example.eu',
      '--pages',
      ...input.pages,
      '--out',
      out,
      '--title',
      'A video'
    );
    expect(code).toBe(0);
    expect(printed).toContain('<iframe src="https://video.example.eu/embed/?src=https://a.example.eu/');
    expect(readdirSync(out).sort()).toEqual(['index.html', 'jet-embed.css', 'jet-embed.js', 'setup']);
    expect(readdirSync(join(out, 'setup')).sort()).toEqual([
      'Caddyfile',
      '_headers',
      'apache.htaccess',
      'media',
      'nginx.conf',
      'oembed-link.html',
      'oembed.json',
      'snippet.html',
      'tdmrep.json'
    ]);
    expect(readdirSync(join(out, 'setup', 'media'))).toContain('nginx-http.conf');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('connect-src https://a.example.eu https://b.example.eu;');
    rmSync(out, { recursive: true });
  });
  it('prints for the tier cast that a host is contacted only after consent', async () => {
    const out = mkdtempSync(join(tmpdir(), 'jet-embed-'));
    expect(
      (await run('--origin', input.origin, '--media', ...input.media, '--pages', ...input.pages, '--out', out, '--tier', 'cast')).printed
    ).toContain('which is contacted only after a viewer presses Cast and consents');
    rmSync(out, { recursive: true });
  });
  it.each([
    [['--out', '']],
    [['--media', 'https://a.example.eu']],
    [['stray', '--out', 'x']],
    [['--out', 'x', '--title', ' ', '--origin', input.origin, '--media', 'self']]
  ])('refuses %j and writes nothing', async (argv) => {
    await expect(run(...argv)).rejects.toMatchObject({ name: 'UsageError' });
    expect(existsSync('x')).toBe(false);
  });
});
