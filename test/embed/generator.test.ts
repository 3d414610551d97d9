import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { embed } from '../../src/cli/commands/embed.js';
import { cspHeaderOf, cspOf } from '../../src/cli/embed/csp.js';
import { servedFiles, setupFiles } from '../../src/cli/embed/files.js';
import { planEmbed, type EmbedInput } from '../../src/cli/embed/plan.js';
import { snippetOf } from '../../src/cli/embed/snippet.js';

const input: EmbedInput = {
  tier: 'strict',
  origin: 'https://video.example.eu/embed/',
  media: ['https://media.example.eu'],
  pages: ['https://www.example.eu']
};
const plan = (change: Partial<EmbedInput> = {}) => planEmbed({ ...input, ...change });
const assets = { script: Buffer.from('script'), style: Buffer.from('style') };

describe('the policy, to the letter', () => {
  it('strict', () => {
    expect(cspOf(plan())).toBe(
      "default-src 'none'; script-src https://video.example.eu/embed/jet-embed.js; style-src https://video.example.eu/embed/jet-embed.css; " +
        "connect-src https://media.example.eu; media-src blob: data: https://media.example.eu; img-src blob:; base-uri 'none'; form-action 'none'; " +
        "trusted-types lit-html jet-player; require-trusted-types-for 'script'"
    );
  });
  it('standard is as strict', () => expect(cspOf(plan({ tier: 'standard' }))).toBe(cspOf(plan())));
  it('cast names Google, and nobody else does', () => {
    expect(cspOf(plan({ tier: 'cast' }))).toContain('script-src https://video.example.eu/embed/jet-embed.js https://www.gstatic.com;');
    for (const tier of ['strict', 'standard'])
      expect(JSON.stringify([servedFiles(plan({ tier }), assets), setupFiles(plan({ tier }), { src: '/a', title: 'b' })])).not.toMatch(
        /gstatic|google/i
      );
  });
  it('the header says who may hold the frame', () => {
    expect(cspHeaderOf(plan())).toBe(`${cspOf(plan())}; frame-ancestors https://www.example.eu`);
    expect(cspHeaderOf(plan({ pages: [] }))).toMatch(/; frame-ancestors \*$/);
  });
  it('several hosts, one port, one wildcard, each once', () => {
    const media = ['https://A.example.eu:443/', 'https://a.example.eu', 'https://*.cdn.example.eu', 'https://b.example.eu:8443'];
    expect(cspOf(plan({ media }))).toContain(
      'connect-src https://a.example.eu https://*.cdn.example.eu https://b.example.eu:8443; media-src blob: data: https://a.example.eu '
    );
  });
  it('self is the host of the embed, by its name', () =>
    expect(cspOf(plan({ media: ['self'] }))).toContain('connect-src https://video.example.eu;'));
});

describe('what cannot be kept is refused', () => {
  it.each<[string, Partial<EmbedInput>, RegExp]>([
    ['no address', { origin: '' }, /--origin is missing/],
    ['no media', { media: [] }, /--media is missing/],
    ['an unknown tier', { tier: 'loose' }, /--tier is one of/],
    ['media with a path', { media: ['https://media.example.eu/a'] }, /--media wants origins/],
    ['everybody', { media: ['*'] }, /--media wants origins/],
    ['a whole top-level domain', { media: ['https://*.eu'] }, /everybody/],
    ['plain HTTP', { media: ['http://media.example.eu'] }, /https/],
    ['a name and password', { media: ['https://a:b@media.example.eu'] }, /--media wants origins/],
    ['a second directive', { media: ['https://media.example.eu; script-src *'] }, /--media wants origins/],
    ['a line break', { pages: ['https://www.example.eu\nX-Evil: 1'] }, /--pages wants origins/],
    ['a keyword', { media: ["'unsafe-inline'"] }, /--media wants origins/],
    ['a scheme', { media: ['https:'] }, /--media wants origins/],
    ['javascript as an address', { origin: 'javascript:alert(1)' }, /--origin wants/],
    ['an address with a query', { origin: 'https://video.example.eu/?a' }, /--origin wants/],
    ['an address that would end a directive', { origin: 'https://video.example.eu/a;b/' }, /folder/],
    ['standard on the page host', { tier: 'standard', pages: ['https://video.example.eu'] }, /host of its own/],
    ['standard on the page host, another port', { tier: 'standard', pages: ['https://video.example.eu:8443'] }, /host of its own/],
    ['cast below a wildcard of pages', { tier: 'cast', pages: ['https://*.example.eu'] }, /host of its own/]
  ])('%s', (_, change, message) => {
    expect(() => plan(change)).toThrow(message);
  });
  it('strict may share the page host', () => expect(plan({ pages: ['https://video.example.eu'] }).tier).toBe('strict'));
  it('an origin alone means its /embed/', () =>
    expect(plan({ origin: 'https://video.example.eu' }).address?.href).toBe('https://video.example.eu/embed/'));
});

describe('the page', () => {
  const page = String(servedFiles(plan(), assets)['index.html']);
  it('has no inline code and both hashes', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:/);
    expect(page).toContain('src="jet-embed.js" integrity="sha384-');
    expect(page).toContain('href="jet-embed.css" integrity="sha384-');
    expect(page.match(/crossorigin="anonymous"/g)).toHaveLength(2);
  });
  it('fixes the hosts, and loads nothing before play', () => {
    expect(page).toContain(
      '<jet-player allow-origins="https://media.example.eu" data-pages="https://www.example.eu" load="play"></jet-player>'
    );
  });
  it('reserves text and data mining', () => {
    expect(page).toContain('<meta name="tdm-reservation" content="1" />');
    expect(page).toContain('content="noai, noimageai"');
  });
});

describe('what belongs elsewhere', () => {
  const setup = setupFiles(plan(), { src: 'https://media.example.eu/a/master.m3u8?x=1&y=2', title: 'Council <b>"meeting"</b>' });
  it.each(['nginx.conf', 'apache.htaccess', 'Caddyfile', '_headers'])('%s has every header', (name) => {
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
    expect(text.includes('/embed/')).toBe(name !== 'apache.htaccess' || text.includes('/embed/'));
  });
  it('the snippet is the one of the contract, with text as text', () => {
    expect(setup['snippet.html']).toBe(
      '<iframe src="https://video.example.eu/embed/?src=https://media.example.eu/a/master.m3u8%3Fx%3D1%26y%3D2&amp;title-text=Council+%3Cb%3E%22meeting%22%3C/b%3E" title="Council &lt;b&gt;&quot;meeting&quot;&lt;/b&gt;"\n' +
        '  loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts" allow="autoplay *; fullscreen *; picture-in-picture *"\n' +
        '  allowfullscreen style="width:100%;aspect-ratio:16/9;border:0"></iframe>\n'
    );
  });
  it('the snippet needs a title', () => {
    const options = { address: 'https://v.example.eu/', tier: 'strict', parameters: {} } as const;
    for (const title of ['', '  ']) expect(() => snippetOf({ ...options, title })).toThrow(/title/);
  });
  it('oEmbed and tdmrep are what their specifications say', () => {
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

describe('npx jet-player embed', () => {
  const run = async (...argv: string[]) => {
    const printed: string[] = [];
    const code = await embed.run(readArguments(argv, embed.options), { print: (text) => printed.push(text), progress: () => undefined });
    return { code, printed: printed.join('\n') };
  };

  it('writes everything, and prints the snippet', async () => {
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
      'A film'
    );
    expect(code).toBe(0);
    expect(printed).toContain('<iframe src="https://video.example.eu/embed/?src=https://a.example.eu/');
    expect(readdirSync(out).sort()).toEqual(['index.html', 'jet-embed.css', 'jet-embed.js', 'setup']);
    expect(readdirSync(join(out, 'setup')).sort()).toEqual([
      'Caddyfile',
      '_headers',
      'apache.htaccess',
      'nginx.conf',
      'oembed-link.html',
      'oembed.json',
      'snippet.html',
      'tdmrep.json'
    ]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('connect-src https://a.example.eu https://b.example.eu;');
    rmSync(out, { recursive: true });
  });
  it('says who is contacted for casting, and when', async () => {
    const out = mkdtempSync(join(tmpdir(), 'jet-embed-'));
    expect(
      (await run('--origin', input.origin, '--media', ...input.media, '--pages', ...input.pages, '--out', out, '--tier', 'cast')).printed
    ).toContain('it is contacted when a viewer presses Cast and says yes, and not before');
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
