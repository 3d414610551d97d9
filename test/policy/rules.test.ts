import { describe, expect, it } from 'vitest';
import { defaultRules, judge, type PolicyOptions, type Rule, type RequestKind } from '../../src/policy/index.js';

/** A request to judge. `url` is resolved against the page. */
interface JudgedRequest {
  readonly url: string;
  readonly allow?: readonly string[];
  readonly page?: string;
  readonly kind?: RequestKind;
  readonly options?: PolicyOptions;
}

const judgementOf = ({ url, allow = [], page = 'https://page.test/a/b.html', kind = 'segment', options = {} }: JudgedRequest) =>
  judge(defaultRules({ allow, ...options }), { url: new URL(url, page), kind, page: new URL(page) });

const media = 'https://media.example.eu';

describe('defaultRules() with an allowed origin', () => {
  it.each([
    [media, `${media}/a.mpd`],
    [`${media}/`, `${media}/a.mpd`],
    [` ${media} `, `${media}/a.mpd`],
    ['HTTPS://MEDIA.Example.EU', `${media}/a.mpd`],
    [`${media}:443`, `${media}/a.mpd`],
    [media, `${media}:443/a.mpd`],
    [`${media}:8443`, `${media}:8443/a.mpd`],
    [media, `${media}/a.mpd?u=1#t`],
    ['https://*.example.eu', `${media}/a.mpd`],
    ['https://*.example.eu', 'https://a.b.c.example.eu/'],
    ['https://*.example.eu:8443', 'https://a.example.eu:8443/'],
    ['https://b\u00fccher.example', 'https://xn--bcher-kva.example/'],
    ['https://xn--bcher-kva.example', 'https://b\u00fccher.example/'],
    ['https://[2001:DB8::1]', 'https://[2001:db8::1]/'],
    ['https://[2001:db8:0:0::1]:8443', 'https://[2001:db8::1]:8443/'],
    ['https://192.0.2.1', 'https://192.0.2.1/']
  ])('entry %s allows URL %s', (entry, url) => {
    expect(judgementOf({ url, allow: [entry] })).toEqual({ verdict: 'allow', reason: 'allowed-origin' });
  });

  it.each([
    [media, 'https://media.example.eu.evil.test/'],
    [media, 'https://evilmedia.example.eu/'],
    [media, 'https://sub.media.example.eu/'],
    [media, 'https://example.eu/'],
    [media, 'https://media.example.eu./'],
    [media, `${media}:8443/`],
    [media, `${media}:80/`],
    [`${media}:8443`, `${media}/`],
    [media, 'https://m\u0435dia.example.eu/'],
    [media, 'https://media\u3002example.eu\u3002evil.test/'],
    ['https://*.example.eu', 'https://example.eu/'],
    ['https://*.example.eu', 'https://.example.eu/'],
    ['https://*.example.eu', 'https://..example.eu/'],
    ['https://*.example.eu', 'https://a..example.eu/'],
    ['https://*.example.eu', 'https://notexample.eu/'],
    ['https://*.example.eu', 'https://a.example.eu.evil.test/'],
    ['https://*.example.eu', 'https://a.example.eu:8443/'],
    ['https://[2001:db8::1]', 'https://[2001:db8::2]/'],
    ['https://192.0.2.1', 'https://192.0.2.10/']
  ])('entry %s does not allow URL %s', (entry, url) => {
    expect(judgementOf({ url, allow: [entry] })).toEqual({ verdict: 'block', reason: 'not-listed' });
  });
});

describe('defaultRules() with an entry that is not an origin', () => {
  it.each([
    '*',
    'https://*',
    'https://',
    'media.example.eu',
    '//media.example.eu',
    'https://media.*',
    'https://a.*.eu',
    `${media}/path`,
    `https://u:p@media.example.eu`,
    `${media}:*`,
    `${media}:99999`,
    'javascript:alert(1)',
    'data:',
    'null',
    '',
    `${media} https://b.test`
  ])('allow no host for %s', (entry) => {
    for (const url of [`${media}/a`, 'https://b.test/', 'https://evil.test/'])
      expect(judgementOf({ url, allow: [entry] }).verdict).toBe('block');
  });
});

describe("defaultRules() with the page's own origin", () => {
  it.each(['seg.m4s', '/x', '//page.test/x', 'https://PAGE.test/x', 'https://page.test:443/x', '\\x', 'https:x'])('allow %s', (url) => {
    expect(judgementOf({ url })).toEqual({ verdict: 'allow', reason: 'page-origin' });
  });

  it.each([
    '//evil.test/x',
    '/\\evil.test/x',
    '\\\\evil.test/x',
    'https:///evil.test/x',
    'ht\ttps://evil.test/x',
    'https://page.test.evil.test/',
    'https://page.test:444/',
    'https://page.test./',
    'https://evil.test\\@page.test/'
  ])('block %s', (url) => {
    expect(judgementOf({ url }).verdict).toBe('block');
  });

  it('block every URL of a page with an opaque origin', () => {
    for (const page of ['about:srcdoc', 'data:text/html,x', 'file:///a.html'])
      expect(judgementOf({ url: 'file:///b.mp4', page }).verdict).toBe('block');
    expect(judgementOf({ url: 'https://a.test/', page: 'about:blank' })).toEqual({ verdict: 'block', reason: 'not-listed' });
  });
});

describe('defaultRules() with an allowed host', () => {
  const allow = [media, 'http://media.example.eu', 'https://evil.test'];
  it.each([
    ['https://viewer@media.example.eu/', 'credentials-in-url'],
    ['https://viewer:4711@page.test/', 'credentials-in-url'],
    ['https://:x@page.test/', 'credentials-in-url'],
    ['https://media.example.eu@evil.test/', 'credentials-in-url'],
    ['http://media.example.eu/', 'insecure-scheme'],
    ['http://page.test/', 'insecure-scheme'],
    ['ws://media.example.eu/', 'insecure-scheme'],
    ['wss://media.example.eu/', 'insecure-scheme'],
    ['ftp://media.example.eu/', 'insecure-scheme'],
    ['file:///etc/passwd', 'insecure-scheme'],
    ['javascript:alert(1)', 'insecure-scheme'],
    ['about:blank', 'insecure-scheme'],
    ['filesystem:https://page.test/x', 'insecure-scheme']
  ])('block %s by the rule %s', (url, rule) => {
    expect(judgementOf({ url, allow })).toEqual({ verdict: 'block', reason: rule });
  });

  it.each(['steering', 'beacon', 'script', 'font', 'license'] as const)('block the kind %s', (kind) => {
    expect(judgementOf({ url: `${media}/x`, allow, kind })).toEqual({ verdict: 'block', reason: 'unwanted-kind' });
    expect(judgementOf({ url: '/x', kind })).toEqual({ verdict: 'block', reason: 'unwanted-kind' });
  });

  it('block only the kinds that the publisher lists as unwanted', () => {
    expect(judgementOf({ url: '/x', kind: 'license', options: { unwanted: ['beacon'] } }).verdict).toBe('allow');
    expect(judgementOf({ url: '/x', kind: 'beacon', options: { unwanted: ['beacon'] } }).verdict).toBe('block');
  });
});

describe('defaultRules() with a URL that contacts no host', () => {
  it.each(['data:text/vtt,WEBVTT', 'blob:https://page.test/0b3c6a2e', 'blob:https://evil.test/0b3c6a2e', 'blob:null/0b3c6a2e'])(
    'allow %s',
    (url) => {
      expect(judgementOf({ url })).toEqual({ verdict: 'allow', reason: 'inline-data' });
    }
  );
});

describe('defaultRules() with plain HTTP', () => {
  it('allow it only for a page that was loaded over plain HTTP, and only to allowed origins', () => {
    const page = 'http://localhost:8080/';
    expect(judgementOf({ url: '/a', page }).verdict).toBe('allow');
    expect(judgementOf({ url: 'http://media.example.eu/', page, allow: ['http://media.example.eu'] }).verdict).toBe('allow');
    expect(judgementOf({ url: 'http://media.example.eu/', page, allow: [media] }).verdict).toBe('block');
  });
});

describe('judge()', () => {
  it('blocks when no rule has a verdict', () => {
    expect(judge([], { url: new URL(media), kind: 'segment', page: new URL(media) })).toEqual({ verdict: 'block', reason: 'not-listed' });
  });

  it('returns the verdict of the first rule that has one', () => {
    const rules: Rule[] = [
      { name: 'page-origin', judge: () => undefined },
      { name: 'insecure-scheme', judge: () => 'block' },
      { name: 'allowed-origin', judge: () => 'allow' }
    ];
    expect(judge(rules, { url: new URL(media), kind: 'segment', page: new URL(media) })).toEqual({
      verdict: 'block',
      reason: 'insecure-scheme'
    });
  });
});
