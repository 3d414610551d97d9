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

const casesWithConstructs = cases.filter(({ constructs }) => constructs);

describe('inspect() with the hostile cases', () => {
  it.each(casesWithConstructs.map((hostile) => [hostile.name, hostile] as const))('finds the constructs of the case: %s', (_, hostile) => {
    expect(constructsOf(hostile)).toEqual(expect.arrayContaining([...hostile.constructs!]));
  });

  it('has constructs to find in every case, except where the attack is not in a manifest', () => {
    const rowsWithoutConstructs = cases.filter(({ constructs }) => !constructs).map(({ catalogueRow }) => catalogueRow);
    const rowsWithoutManifest = [
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
    expect(rowsWithoutConstructs.filter((row) => !rowsWithoutManifest.includes(row))).toEqual([]);
  });
});

describe('inspect() with the manifests of the demo', () => {
  const folders = ['cmaf', 'ts'];
  const files = folders.flatMap((folder) => {
    const folderUrl = new URL(`../../demo/media/${folder}/`, import.meta.url);
    return readdirSync(folderUrl)
      .filter((name) => /\.(m3u8|mpd)$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(name, folderUrl), 'utf8') }));
  });

  it.each(files.map(({ name, text }) => [name, text] as const))('finds no construct, and no other host, in %s', (name, text) => {
    const { type, hosts, findings } = inspect(text, `${site}/media/${name}`);
    expect(findings).toEqual([]);
    expect(type).toBe(name.endsWith('mpd') ? 'dash' : 'hls');
    expect(hosts.map(({ origin }) => origin)).toEqual([site]);
  });
});

describe('inspect()', () => {
  const inspectMpd = (inner: string) => inspect(`<MPD xmlns="urn:mpeg:dash:schema:mpd:2011">${inner}</MPD>`, `${site}/a/m.mpd`);

  it('reports the construct, URL and severity of each finding, and counts the URLs of each host', () => {
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
    const { hosts } = inspectMpd(
      '<BaseURL>https://a.test/x/</BaseURL><Period><BaseURL>y/</BaseURL><SegmentTemplate media="1.m4s"/></Period>'
    );
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
    expect(inspectMpd(inner).findings.map(({ construct, url }) => [construct, url])).toEqual([['dash-location', 'https://a.test/']]);
  });

  it('ignores an element inside a comment', () => {
    expect(inspectMpd('<!-- <Location>https://a.test/</Location> -->').findings).toEqual([]);
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
  ])('takes time proportional to the length of a text with %s', (_, textOf) => {
    /** Microseconds of processor time for a text of this length. */
    const timeFor = (size: number) => {
      const text = textOf(size);
      const start = process.cpuUsage();
      inspect(text, site);
      const { user } = process.cpuUsage(start);
      return user;
    };
    timeFor(10_000);
    // Quadratic code would take a hundred times as long for a text that is ten times as long.
    expect(timeFor(200_000)).toBeLessThan(40 * Math.max(timeFor(20_000), 5_000));
  });
});
