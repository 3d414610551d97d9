import { describe, expect, it } from 'vitest';
import { constructs } from '../../src/policy/inspect/constructs/index.js';
import { inspect } from '../../src/policy/index.js';
import { cases } from '../promises/hostile/cases/index.js';

const evil = 'https://evil.test';
const base = 'https://own.test/a/m';
const playlist = (lines: string) => `#EXTM3U\n${lines}\n`;
const mpd = (inner: string) => `<MPD xmlns:x="http://www.w3.org/1999/xlink" xmlns:d="urn:dvb" xmlns:l="urn:l">${inner}</MPD>`;
const eventStream = (scheme: string, inner: string) => `<EventStream schemeIdUri="urn:mpeg:dash:event:${scheme}">${inner}</EventStream>`;
const callbackStream = (inner: string) => eventStream('callback:2015', inner);
const property = (scheme: string, attributes: string) => `<SupplementalProperty schemeIdUri="${scheme}" ${attributes}/>`;
const base64 = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8') => Buffer.from(text, encoding).toString('base64');
/** The header of PlayReady, which names a licence server. */
const playReadyHeader = `<WRMHEADER><DATA><LA_URL>${evil}/l</LA_URL></DATA></WRMHEADER>`;

/** Manifests that name a host, by construct: one manifest for each tag, element or attribute. */
const manifestsWithHost: Readonly<Record<string, readonly string[]>> = {
  'hls-variant': [playlist(`#EXT-X-STREAM-INF:BANDWIDTH=1\n${evil}/v.m3u8`)],
  'hls-segment': [playlist(`#EXTINF:4,\n${evil}/a.ts`)],
  'hls-map': [playlist(`#EXT-X-MAP:URI="${evil}/i"`)],
  'hls-key': ['KEY', 'SESSION-KEY'].map((tag) => playlist(`#EXT-X-${tag}:METHOD=AES-128,URI="${evil}/k"`)),
  'hls-track': [playlist(`#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="${evil}/a.m3u8"`)],
  'hls-trick-play': ['I-FRAME', 'IMAGE'].map((tag) => playlist(`#EXT-X-${tag}-STREAM-INF:BANDWIDTH=1,URI="${evil}/i.m3u8"`)),
  'hls-hint': ['PART', 'PRELOAD-HINT', 'RENDITION-REPORT'].map((tag) => playlist(`#EXT-X-${tag}:URI="${evil}/p"`)),
  'hls-steering': [playlist(`#EXT-X-CONTENT-STEERING:SERVER-URI="${evil}/s"`)],
  'hls-interstitial': ['URI', 'LIST'].map((name) => playlist(`#EXT-X-DATERANGE:ID="a",X-ASSET-${name}="${evil}/l"`)),
  'hls-date-range-url': [playlist(`#EXT-X-DATERANGE:ID="a",X-COM-EXAMPLE="${evil}/b"`)],
  'hls-session-data': [playlist(`#EXT-X-SESSION-DATA:DATA-ID="a",URI="${evil}/d"`)],
  'hls-define': [
    playlist(`#EXT-X-DEFINE:NAME="h",VALUE="${evil}/"\n#EXTINF:4,\n{$h}a.ts`),
    playlist(`#EXT-X-DEFINE:NAME="h",VALUE="evil.test"\n#EXTINF:4,\nhttps://{$h}/a.ts`)
  ],
  'dash-base-url': [mpd(`<BaseURL>${evil}/</BaseURL>`)],
  'dash-segment-template': [
    ...['media', 'initialization', 'index', 'bitstreamSwitching'].map((name) => mpd(`<SegmentTemplate ${name}="${evil}/1"/>`)),
    ...['InitializationSet', 'InitializationGroup'].map((name) => mpd(`<${name} initialization="${evil}/i.mp4"/>`)),
    mpd('<SegmentTemplate media="https://$RepresentationID$/1"/><Representation id="evil.test"/>'),
    mpd('<SegmentTemplate media="$RepresentationID$://evil.test/1"/><Representation id="https"/>'),
    mpd('<SegmentTemplate media="h$RepresentationID$s://evil.test/1"/><Representation id="ttp"/>')
  ],
  'dash-identifier-url': [mpd(`<SegmentTemplate media="$RepresentationID$/1"/><Representation id="${evil}"/>`)],
  'dash-segment-url': [
    mpd(`<SegmentURL media="${evil}/1"/>`),
    mpd(`<SegmentURL index="${evil}/1"/>`),
    ...['Initialization', 'RepresentationIndex', 'BitstreamSwitching'].map((name) => mpd(`<${name} sourceURL="${evil}/i"/>`))
  ],
  'dash-location': ['Location', 'PatchLocation'].map((name) => mpd(`<${name}>${evil}/m.mpd</${name}>`)),
  'dash-patch': ['add', 'replace'].map((name) => `<Patch><${name} sel="/MPD/Period/SegmentTemplate/@media">${evil}/1</${name}></Patch>`),
  'dash-xlink': ['Period', 'AdaptationSet', 'EventStream', 'SegmentList'].map((name) => mpd(`<${name} x:href="${evil}/p"/>`)),
  'dash-steering': [mpd(`<ContentSteering>${evil}/s</ContentSteering>`), mpd(`<ContentSteering proxyServerURL="${evil}/s"/>`)],
  'dash-clock': [mpd(`<UTCTiming schemeIdUri="urn:mpeg:dash:utc:http-iso:2014" value="${evil}/t"/>`)],
  'dash-metrics': ['d:reportingUrl', 'reportingUrl'].map((name) => mpd(`<Reporting ${name}="${evil}/r"/>`)),
  'dash-callback': [
    mpd(callbackStream(`<Event>${evil}/c</Event>`)),
    mpd(callbackStream(`<Event messageData="${evil}/c"/>`)),
    mpd(callbackStream(`<Event><Signal><Binary>${base64(`${evil}/c`)}</Binary></Signal></Event>`))
  ],
  'dash-alternative': [
    ...['ReplacePresentation', 'InsertPresentation'].flatMap((name) =>
      ['url', 'uri'].map((attribute) =>
        mpd(eventStream('alternativeMPD:replace:2025', `<Event><${name} ${attribute}="${evil}/a.mpd"/></Event>`))
      )
    ),
    mpd(`<Period><ImportedMPD>${evil}/a.mpd</ImportedMPD></Period>`)
  ],
  'dash-chaining': ['chaining', 'fallback'].map((name) => mpd(property(`urn:mpeg:dash:${name}:2016`, `value="${evil}/b.mpd"`))),
  'dash-font': ['d:url', 'url'].map((name) => mpd(property('urn:dvb:dash:fontdownload:2014', `${name}="${evil}/f"`))),
  'dash-license': [
    ...['Laurl', 'laurl', 'Certurl', 'Authzurl', 'LA_URL'].map((name) => mpd(`<l:${name}>${evil}/l</l:${name}>`)),
    mpd(`<l:laurl licenseUrl="${evil}/l"/>`),
    ...['pro', 'pssh'].map((name) => mpd(`<l:${name}>${base64(`  ${playReadyHeader}`, 'utf16le')}</l:${name}>`))
  ],
  'dash-information': [mpd(`<ProgramInformation moreInformationURL="${evil}/"/>`)]
};

/** Manifests by construct, for the constructs that name no host. */
const manifestsWithoutHost: Readonly<Record<string, string>> = {
  'dash-cmcd': mpd('<CMCDParameters/>'),
  'dash-query': mpd('<UrlQueryInfo useMPDUrlQuery="true"/>')
};

const allConstructs = [...new Set([...constructs.hls, ...constructs.dash].map(({ construct }) => construct))];

describe('inspect()', () => {
  it.each(Object.entries(manifestsWithHost).flatMap(([name, texts]) => texts.map((text) => [name, text] as const)))(
    'finds the construct %s and its host in %s',
    (name, text) => {
      const { hosts, findings } = inspect(text, base);
      expect(hosts.map(({ origin }) => origin)).toContain(evil);
      expect(findings.map(({ construct }) => construct)).toContain(name);
    }
  );

  it.each(Object.entries(manifestsWithoutHost))('finds the construct %s, which names no host', (name, text) => {
    expect(inspect(text, base).findings.map(({ construct }) => construct)).toEqual([name]);
  });
});

describe('the table of constructs', () => {
  it('has exactly the constructs with an example in this file', () => {
    expect([...Object.keys(manifestsWithHost), ...Object.keys(manifestsWithoutHost)].sort()).toEqual([...allConstructs].sort());
  });

  it('has a hostile case for each construct, with which the guard is tested', () => {
    const constructsOfCases = new Set(cases.flatMap(({ constructs = [] }) => constructs));
    expect(allConstructs.filter((name) => !constructsOfCases.has(name))).toEqual([]);
  });
});
