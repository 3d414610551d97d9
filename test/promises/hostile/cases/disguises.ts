import { hlsAnswer, type HostileCase } from '../case.js';
import { mediaPlaylist } from '../manifests/hls.js';

/** Returns a case with a playlist whose first segment has a URL that imitates an allowed host. */
const disguiseCase = (name: string, url: string, constructs = ['hls-segment']): HostileCase => ({
  name: `a disguised URL: ${name}`,
  catalogueRow: 'hls-abs-uri',
  src: 'https://media.page-cdn.test/case/media.m3u8',
  allow: ['https://*.page-cdn.test', 'https://page-cdn.test'],
  files: { 'https://media.page-cdn.test/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: url } })) },
  blocked: ['segment'],
  constructs
});

const path = '/media/cmaf/video-240/1.m4s';

/**
 * Returns a case with a URL that leads to another host in a browser, but that hls.js reads as a path on our host, where there is no such
 * file.
 */
const misreadCase = (name: string, url: string): HostileCase => ({
  ...disguiseCase(name, url),
  files: { 'https://media.page-cdn.test/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 3: url } })) },
  playsToSeconds: 2,
  atNormalSpeed: true,
  blocked: undefined
});

export const disguises: readonly HostileCase[] = [
  disguiseCase('our name as a prefix', `https://page.test.evil.test${path}`),
  disguiseCase('our name as a suffix without a dot', `https://evilpage-cdn.test${path}`),
  disguiseCase('our name as the username', `https://page.test@cdn.evil.test${path}`, ['hls-segment', 'credentials-in-url']),
  disguiseCase('our name before a backslash', `https://cdn.evil.test\\@page.test${path}`),
  disguiseCase('our name after a hash', `https://cdn.evil.test${path}#@page.test/`),
  disguiseCase('our name in the query', `https://cdn.evil.test${path}?https://page.test/`),
  disguiseCase('another port of our host', `https://page.test:8443${path}`),
  disguiseCase('the port of plain HTTP', `https://page.test:80${path}`),
  disguiseCase('a Cyrillic letter', `https://p\u0430ge.test${path}`),
  disguiseCase('an ideographic full stop', `https://page.test\u3002evil.test${path}`),
  disguiseCase('a trailing dot', `https://page.test.${path}`),
  disguiseCase('a percent-encoded dot', `https://page.test%2Eevil.test${path}`),
  misreadCase('a tab inside the scheme', `ht\ttps://cdn.evil.test${path}`),
  misreadCase('one slash and one backslash', `/\\cdn.evil.test${path}`),
  disguiseCase('three slashes', `https:///cdn.evil.test${path}`),
  disguiseCase('capital letters', `HTTPS://CDN.EVIL.TEST${path}`),
  disguiseCase('our name as username and password', `https://page.test:443@cdn.evil.test${path}`, ['hls-segment', 'credentials-in-url']),
  disguiseCase('a full-width letter', `https://cdn.\uff45vil.test${path}`),
  disguiseCase('a soft hyphen', `https://cdn.ev\u00adil.test${path}`),
  disguiseCase('five slashes', `https://///cdn.evil.test${path}`),
  disguiseCase('two slashes', `//cdn.evil.test${path}`),
  disguiseCase('leading spaces', `  https://cdn.evil.test${path}`),
  misreadCase('two backslashes', `\\\\cdn.evil.test${path}`),
  disguiseCase('the parent domain of the wildcard', `https://test${path}`)
];

/**
 * Returns a case with a URL whose scheme has no host, or that no player fetches. Its content must not run, and must not stop the player.
 */
const schemeCase = (name: string, url: string, overrides: Partial<HostileCase> = {}): HostileCase => ({
  name: `a URL without a host: ${name}`,
  catalogueRow: 'hls-abs-uri',
  src: '/case/media.m3u8',
  files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 1: url } })) },
  constructs: ['unsupported-scheme'],
  ...overrides
});

const blobUrl = 'blob:https://cdn.evil.test/0b3c6a2e-0000-4000-8000-000000000000';

export const schemes: readonly HostileCase[] = [
  schemeCase('javascript:', 'javascript:fetch("https://script.evil.test/")', { blocked: ['segment'] }),
  schemeCase('file:', 'file:///etc/passwd', { blocked: ['segment'] }),
  schemeCase('blob: of another origin', blobUrl, {
    files: { '/case/media.m3u8': hlsAnswer(mediaPlaylist({ segmentUrls: { 3: blobUrl } })) },
    playsToSeconds: 2,
    atNormalSpeed: true
  }),
  schemeCase('data: with an HTML page', 'data:text/html,<img src=https://image.evil.test/>'),
  schemeCase('ftp:', 'ftp://cdn.evil.test/1.m4s', { blocked: ['segment'] }),
  schemeCase('ws:', 'wss://socket.evil.test/1.m4s', { blocked: ['segment'] })
];
