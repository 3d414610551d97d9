import { hls, type HostileCase } from '../case.js';
import { media } from '../manifests/hls.js';

/** A URL that imitates an allowed host, as the first segment of a playlist. */
const disguise = (name: string, address: string, finds = ['hls-segment']): HostileCase => ({
  name: `a disguised URL: ${name}`,
  row: 'hls-abs-uri',
  src: 'https://media.page-cdn.test/case/media.m3u8',
  allow: ['https://*.page-cdn.test', 'https://page-cdn.test'],
  files: { 'https://media.page-cdn.test/case/media.m3u8': hls(media({ replaced: { 1: address } })) },
  blocked: ['segment'],
  finds
});

const path = '/media/cmaf/video-240/1.m4s';

/** A disguise that works in a browser; hls.js reads it as a path on our host, which has no such file. */
const misread = (name: string, address: string): HostileCase => ({
  ...disguise(name, address),
  files: { 'https://media.page-cdn.test/case/media.m3u8': hls(media({ replaced: { 3: address } })) },
  playsTo: 2,
  unhurried: true,
  blocked: undefined
});

export const disguises: readonly HostileCase[] = [
  disguise('our name as a prefix', `https://page.test.evil.test${path}`),
  disguise('our name as a suffix without a dot', `https://evilpage-cdn.test${path}`),
  disguise('our name as the username', `https://page.test@cdn.evil.test${path}`, ['hls-segment', 'credentials-in-url']),
  disguise('our name before a backslash', `https://cdn.evil.test\\@page.test${path}`),
  disguise('our name after a hash', `https://cdn.evil.test${path}#@page.test/`),
  disguise('our name in the query', `https://cdn.evil.test${path}?https://page.test/`),
  disguise('another port of our host', `https://page.test:8443${path}`),
  disguise('the port of plain HTTP', `https://page.test:80${path}`),
  disguise('a Cyrillic letter', `https://p\u0430ge.test${path}`),
  disguise('an ideographic full stop', `https://page.test\u3002evil.test${path}`),
  disguise('a trailing dot', `https://page.test.${path}`),
  disguise('a percent-encoded dot', `https://page.test%2Eevil.test${path}`),
  misread('a tab inside the scheme', `ht\ttps://cdn.evil.test${path}`),
  misread('one slash and one backslash', `/\\cdn.evil.test${path}`),
  disguise('three slashes', `https:///cdn.evil.test${path}`),
  disguise('capital letters', `HTTPS://CDN.EVIL.TEST${path}`),
  disguise('our name as username and password', `https://page.test:443@cdn.evil.test${path}`, ['hls-segment', 'credentials-in-url']),
  disguise('a full-width letter', `https://cdn.\uff45vil.test${path}`),
  disguise('a soft hyphen', `https://cdn.ev\u00adil.test${path}`),
  disguise('five slashes', `https://///cdn.evil.test${path}`),
  disguise('two slashes', `//cdn.evil.test${path}`),
  disguise('leading spaces', `  https://cdn.evil.test${path}`),
  misread('two backslashes', `\\\\cdn.evil.test${path}`),
  disguise('the parent domain of the wildcard', `https://test${path}`)
];

/** URLs with a scheme that has no host: their content must not run, and must not stop the player. */
const scheme = (name: string, address: string, more: Partial<HostileCase> = {}): HostileCase => ({
  name: `a URL without a host: ${name}`,
  row: 'hls-abs-uri',
  src: '/case/media.m3u8',
  files: { '/case/media.m3u8': hls(media({ replaced: { 1: address } })) },
  finds: ['unsupported-scheme'],
  ...more
});

const blob = 'blob:https://cdn.evil.test/0b3c6a2e-0000-4000-8000-000000000000';

export const schemes: readonly HostileCase[] = [
  scheme('javascript:', 'javascript:fetch("https://script.evil.test/")', { blocked: ['segment'] }),
  scheme('file:', 'file:///etc/passwd', { blocked: ['segment'] }),
  scheme('blob: of another origin', blob, {
    files: { '/case/media.m3u8': hls(media({ replaced: { 3: blob } })) },
    playsTo: 2,
    unhurried: true
  }),
  scheme('data: with an HTML page', 'data:text/html,<img src=https://image.evil.test/>'),
  scheme('ftp:', 'ftp://cdn.evil.test/1.m4s', { blocked: ['segment'] }),
  scheme('ws:', 'wss://socket.evil.test/1.m4s', { blocked: ['segment'] })
];
