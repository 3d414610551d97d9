import { describe, expect, it } from 'vitest';
import { allowedUrl, allowedSource } from '../../src/embed/allowed-source.js';
import { Guard } from '../../src/media/network/guard.js';
import { defaultRules } from '../../src/policy/index.js';

const base = new URL('https://embed.test/embed/?src=x');
const guard = new Guard({ page: base, base, rules: () => defaultRules({ allow: ['https://media.test', 'https://*.cdn.test', "'self'"] }) });
const admission = { base, admit: (url: URL) => guard.admit(url, 'manifest'), mayPlayOwnOrigin: false };

/** Returns `allowed`, or the code of the error that the call throws. */
const outcomeOf = (run: () => unknown): string => {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('allowedUrl()', () => {
  it.each([
    ['https://media.test/a.m3u8', 'https://media.test/a.m3u8'],
    ['https://MEDIA.test:443/a.m3u8?token=1', 'https://media.test/a.m3u8?token=1'],
    ['https://eu.cdn.test/a.mpd', 'https://eu.cdn.test/a.mpd'],
    ['https://media.test/my film.mp4', 'https://media.test/my%20film.mp4']
  ])('returns the normalised URL for %s', (src, href) => {
    expect(allowedUrl(src, admission).href).toBe(href);
  });

  it('allows a URL of the embed’s own origin only when mayPlayOwnOrigin is true', () => {
    expect(allowedUrl('/a.m3u8', { ...admission, mayPlayOwnOrigin: true }).href).toBe('https://embed.test/a.m3u8');
    expect(outcomeOf(() => allowedUrl('/a.m3u8', admission))).toBe('policy/blocked');
  });
});

describe('allowedSource()', () => {
  it.each([
    ['', 'source/empty'],
    ['   ', 'source/empty'],
    ['javascript:alert(1)', 'source/invalid-url'],
    ['JavaScript:alert(1)', 'source/invalid-url'],
    ['java\tscript:alert(1)', 'source/invalid-url'],
    [' javascript:alert(1)', 'source/invalid-url'],
    ['\u0001javascript:alert(1)', 'source/invalid-url'],
    ['data:text/html,<script>alert(1)</script>', 'source/invalid-url'],
    ['data:application/vnd.apple.mpegurl,%23EXTM3U', 'source/invalid-url'],
    ['blob:https://embed.test/0b3c6a2e', 'source/invalid-url'],
    ['filesystem:https://media.test/a', 'source/invalid-url'],
    ['file:///etc/passwd', 'source/invalid-url'],
    ['ftp://media.test/a', 'source/invalid-url'],
    ['wss://media.test/a', 'source/invalid-url'],
    ['about:blank', 'source/invalid-url'],
    ['//evil.test/a.m3u8', 'source/invalid-url'],
    ['//media.test/a.m3u8', 'source/invalid-url'],
    ['/\\evil.test/a.m3u8', 'source/invalid-url'],
    ['\\\\evil.test/a.m3u8', 'source/invalid-url'],
    ['https:\\\\evil.test', 'source/invalid-url'],
    ['https://user@media.test/a', 'source/invalid-url'],
    ['https://user:secret@media.test/a', 'source/invalid-url'],
    ['https://media.test@evil.test/a', 'source/invalid-url'],
    ['https://', 'source/invalid-url'],
    ['https://media.test:99999/a', 'source/invalid-url'],
    [`https://media.test/${'a'.repeat(2048)}`, 'source/invalid-url'],
    ['https:///evil.test/a', 'policy/blocked'],
    ['http://media.test/a.m3u8', 'policy/blocked'],
    ['https://media.test:8443/a.m3u8', 'policy/blocked'],
    ['https://evil.test/a.m3u8', 'policy/blocked'],
    ['https://media.test.evil.test/a', 'policy/blocked'],
    ['https://evilmedia.test/a', 'policy/blocked'],
    ['https://media.test.', 'policy/blocked'],
    ['https://cdn.test/a', 'policy/blocked'],
    ['https://evilcdn.test/a', 'policy/blocked'],
    ['https://m\u0435dia.test/a', 'policy/blocked'],
    ['https://media.test%2Eevil.test/a', 'policy/blocked'],
    ['https://evil.test/#@media.test', 'policy/blocked'],
    ['https://evil.test/?https://media.test', 'policy/blocked']
  ])('refuses %j with the code %s', (src, code) => {
    expect(outcomeOf(() => allowedSource([src], admission))).toBe(code);
  });

  it('refuses a missing src, and more than one src', () => {
    expect(outcomeOf(() => allowedSource([], admission))).toBe('source/empty');
    expect(outcomeOf(() => allowedSource(['https://media.test/a', 'https://media.test/b'], admission))).toBe('source/invalid-url');
  });
});
