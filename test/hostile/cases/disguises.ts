import { hls, type HostileCase } from '../case.js';
import { media } from '../manifests/hls.js';

/** One address that pretends to be on an allowed host, as the first segment of a playlist. */
const disguise = (name: string, address: string, finds = ['hls-segment']): HostileCase => ({
  name: `an address in disguise: ${name}`,
  row: 'hls-abs-uri',
  src: 'https://media.page-cdn.test/case/media.m3u8',
  allow: ['https://*.page-cdn.test', 'https://page-cdn.test'],
  files: { 'https://media.page-cdn.test/case/media.m3u8': hls(media({ replaced: { 1: address } })) },
  blocked: ['segment'],
  finds
});

const path = '/media/cmaf/video-240/1.m4s';

/** A disguise that a browser would fall for; hls.js takes it for a path on our host, which has no such file. */
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
  disguise('our name as the user', `https://page.test@cdn.evil.test${path}`, ['hls-segment', 'credentials-in-url']),
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
  disguise('a parent of the wildcard', `https://test${path}`)
];

/** Schemes that are no hosts: what they say must not run, and must not stop the player. */
const scheme = (name: string, address: string, more: Partial<HostileCase> = {}): HostileCase => ({
  name: `an address that is no address of a host: ${name}`,
  row: 'hls-abs-uri',
  src: '/case/media.m3u8',
  files: { '/case/media.m3u8': hls(media({ replaced: { 1: address } })) },
  finds: ['odd-scheme'],
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
  scheme('data: with a page in it', 'data:text/html,<img src=https://image.evil.test/>'),
  scheme('ftp:', 'ftp://cdn.evil.test/1.m4s', { blocked: ['segment'] }),
  scheme('ws:', 'wss://socket.evil.test/1.m4s', { blocked: ['segment'] })
];
