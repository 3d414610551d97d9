import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/policy/index.js';
import { cases } from '../promises/hostile/cases/index.js';
import type { HostileCase } from '../promises/hostile/case.js';
import { site } from '../support/world.js';

const isManifest = (type = '') => /mpegurl|dash/.test(type);

/** The constructs that inspect() finds in the manifests of a case, sorted. */
function constructsOf({ files }: HostileCase): string[] {
  const found = Object.entries(files).flatMap(([path, { body = '', type }]) => {
    const text = typeof body === 'function' ? body() : body;
    return typeof text === 'string' && isManifest(type) ? inspect(text, new URL(path, site)).findings : [];
  });
  return [...new Set(found.map(({ construct }) => construct))].sort();
}

const findable = cases.filter(({ finds }) => finds);

describe('inspect() finds the construct of every hostile manifest', () => {
  it.each(findable.map((hostile) => [hostile.name, hostile] as const))('%s', (_, hostile) => {
    expect(constructsOf(hostile)).toEqual(expect.arrayContaining([...hostile.finds!]));
  });

  it('and misses only constructs that no manifest contains', () => {
    const withoutFindings = cases.filter(({ finds }) => !finds).map(({ row }) => row);
    const invisible = [
      'hls-redirect',
      'dash-redirect',
      'native-redirect',
      'native-hls',
      'poster',
      'poster-redirect',
      'track-redirect',
      'vtt-style',
      'dash-auto-create'
    ];
    expect(withoutFindings.filter((row) => !invisible.includes(row))).toEqual([]);
  });
});

describe('inspect() finds nothing in the manifests of the demo', () => {
  const folders = ['cmaf', 'ts'];
  const files = folders.flatMap((folder) => {
    const root = new URL(`../../demo/media/${folder}/`, import.meta.url);
    return readdirSync(root)
      .filter((name) => /\.(m3u8|mpd)$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, root), 'utf8') }));
  });

  it.each(files.map(({ name, text }) => [name, text] as const))('%s', (name, text) => {
    const { type, hosts, findings } = inspect(text, `${site}/media/${name}`);
    expect(findings).toEqual([]);
    expect(type).toBe(name.endsWith('mpd') ? 'dash' : 'hls');
    expect(hosts.map(({ origin }) => origin)).toEqual([site]);
  });
});

describe('inspect()', () => {
  const mpd = (inner: string) => inspect(`<MPD xmlns="urn:mpeg:dash:schema:mpd:2011">${inner}</MPD>`, `${site}/a/m.mpd`);

  it('reports construct, URL and severity, and counts hosts', () => {
    const { hosts, findings } = inspect(
      '#EXTM3U\n#EXTINF:2,\nhttps://a.test/1.ts?u=1\n#EXTINF:2,\nhttps://a.test/2.ts\n#EXTINF:2,\n3.ts\n',
      `${site}/m.m3u8`
    );
    expect(hosts).toEqual([
      { origin: 'https://a.test', kinds: ['segment'], count: 2 },
      { origin: site, kinds: ['segment'], count: 1 }
    ]);
    expect(findings).toEqual([
      {
        construct: 'hls-segment',
        url: 'https://a.test/1.ts?u=1',
        explanation: expect.stringMatching(/^A segment .*\.$/) as string,
        specification: 'RFC 8216bis, 4.4.4.1',
        severity: 'medium'
      }
    ]);
  });

  const otherOrigin = 'https://evil.test';
  const originsOf = (text: string) => inspect(text, `${site}/m`).hosts.map(({ origin }) => origin);

  it.each(['\r', '\n', '\r\n', '\u2028', '\u2029'])('ends a line of a playlist at %j', (end) => {
    expect(originsOf(['#EXTM3U', '#EXTINF:4,', `${otherOrigin}/a.ts`, '#EXT-X-ENDLIST'].join(end))).toEqual([otherOrigin]);
  });

  it.each([
    ['a variable', '#EXTM3U\n#EXT-X-DEFINE:NAME="h",VALUE="https://evil.test/"\n#EXTINF:4,\n{$h}a.ts\n', 'hls-define'],
    ['a steering proxy', '<MPD><ContentSteering proxyServerURL="https://evil.test/"/></MPD>', 'dash-steering'],
    ['an alternative presentation', '<MPD><Event><ReplacePresentation url="https://evil.test/a.mpd"/></Event></MPD>', 'dash-alternative'],
    ['an inserted presentation', '<MPD><Event><p:InsertPresentation uri="https://evil.test/a.mpd"/></Event></MPD>', 'dash-alternative'],
    ['a licence server in an attribute', '<MPD><ms:laurl licenseUrl="https://evil.test/l"/></MPD>', 'dash-license'],
    [
      'a chained presentation',
      '<MPD><SupplementalProperty schemeIdUri="urn:mpeg:dash:chaining:2016" value="https://evil.test/b.mpd"/></MPD>',
      'dash-chaining'
    ],
    [
      'a fallback presentation',
      '<MPD><EssentialProperty schemeIdUri="urn:mpeg:dash:fallback:2016" value="https://evil.test/b.mpd"/></MPD>',
      'dash-chaining'
    ],
    ['an initialization set', '<MPD><InitializationSet initialization="https://evil.test/i.mp4"/></MPD>', 'dash-segment-template'],
    [
      'a link under another prefix',
      '<MPD xmlns:x="http://www.w3.org/1999/xlink"><Period x:href="https://evil.test/p"/></MPD>',
      'dash-xlink'
    ]
  ])('finds the host in %s', (_, text, construct) => {
    expect(originsOf(text)).toContain(otherOrigin);
    expect(inspect(text, `${site}/m`).findings.map((finding) => finding.construct)).toContain(construct);
  });

  it('resolves URLs against the nearest BaseURL', () => {
    const { hosts } = mpd('<BaseURL>https://a.test/x/</BaseURL><Period><BaseURL>y/</BaseURL><SegmentTemplate media="1.m4s"/></Period>');
    expect(hosts).toEqual([{ origin: 'https://a.test', kinds: ['segment'], count: 3 }]);
  });

  it.each([
    ['a greater-than sign in an attribute', '<Period a="1>2"><Location>https://a.test/</Location></Period>'],
    ['single quotes', "<Location x='\"'>https://a.test/</Location>"],
    ['a prefix', '<dash:Location>https://a.test/</dash:Location>'],
    ['character references', '<Location>&#x68;ttps:&#47;/a.test/</Location>'],
    ['CDATA', '<Location><![CDATA[https://a.test/]]></Location>'],
    ['a comment inside', '<Location>https://<!-- x -->a.test/</Location>'],
    ['tags that do not match', '<Period><AdaptationSet></Period><Location>https://a.test/</Location>'],
    ['a missing end', '<Location>https://a.test/']
  ])('reads XML with %s', (_, inner) => {
    expect(mpd(inner).findings.map(({ construct, url }) => [construct, url])).toEqual([['dash-location', 'https://a.test/']]);
  });

  it('ignores an element inside a comment', () => {
    expect(mpd('<!-- <Location>https://a.test/</Location> -->').findings).toEqual([]);
  });

  it.each([
    ['an empty text', ''],
    ['an HTML page', '<!doctype html><title>x</title>'],
    ['binary data', '\u0000\u0001\u0002']
  ])('returns the type unknown for %s', (_, text) => {
    expect(inspect(text, site)).toEqual({ type: 'unknown', hosts: [], findings: [] });
  });

  it.each([
    ['unclosed quotes', (size: number) => `<MPD ${'a="'.repeat(size)}`],
    ['unclosed tags', (size: number) => '<MPD>'.repeat(size)],
    ['an endless name', (size: number) => `<MPD ${'a'.repeat(size)}`],
    ['white space', (size: number) => `<MPD a${' '.repeat(size)}`],
    ['white space after each word', (size: number) => `<MPD ${`a${' '.repeat(99)}`.repeat(size / 100)}`],
    ['nested elements with URLs', (size: number) => '<P><SegmentTemplate media="x"/>'.repeat(size / 20)],
    ['unclosed comments', (size: number) => `<MPD>${'<!--'.repeat(size)}`],
    ['ampersands', (size: number) => `<MPD>${'&'.repeat(size)}`],
    ['an endless attribute', (size: number) => `#EXTM3U\n#EXT-X-KEY:${'A'.repeat(size)}`],
    ['equal signs', (size: number) => `#EXTM3U\n#EXT-X-KEY:${'='.repeat(size)}`],
    ['repeated quotes', (size: number) => `#EXTM3U\n#EXT-X-KEY:${'a="'.repeat(size)}`]
  ])('takes time proportional to the length: %s', (_, make) => {
    const spent = (size: number) => {
      const text = make(size);
      const start = process.cpuUsage();
      inspect(text, site);
      const { user } = process.cpuUsage(start);
      return user;
    };
    spent(10_000);
    // Quadratic code would take a hundred times as long for ten times the text.
    expect(spent(200_000)).toBeLessThan(40 * Math.max(spent(20_000), 5_000));
  });
});
