import { describe, expect, it } from 'vitest';
import { unexpectedMultivariant } from '../../../src/media/engines/hls/media-playlist.js';
import { manifestFailure } from '../../../src/media/recovery/manifest-check.js';

const url = new URL('https://media.test/m');
const codeOf = (text: string, expected?: 'hls' | 'dash') =>
  manifestFailure(new TextEncoder().encode(text).buffer, url, expected)?.error.code;

const mpd = '<MPD type="static"><Period/></MPD>';
const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n1.ts\n#EXT-X-ENDLIST\n';
const patch = '<Patch mpdId="a"><!-- <MPD > --><replace sel="/MPD/__proto__/@a">b</replace></Patch>';

describe('manifestFailure()', () => {
  it.each([
    ['an MPD for dash.js', mpd, 'dash', undefined],
    ['a playlist for hls.js', playlist, 'hls', undefined],
    ['a playlist for dash.js', playlist, 'dash', 'source/wrong-type'],
    ['an MPD for hls.js', mpd, 'hls', 'source/wrong-type'],
    ['an MPD patch with an MPD tag in a comment', patch, 'dash', 'manifest/not-a-manifest'],
    ['an MPD patch where any manifest is expected', patch, undefined, 'manifest/not-a-manifest'],
    ['a Period element without an MPD', '<Period/>', 'dash', 'manifest/not-a-manifest'],
    ['an HTML page', '<!doctype html><title>Sign in</title>', 'hls', 'manifest/not-a-manifest'],
    ['a tag that only begins with #EXTM3U', playlist.replace('#EXTM3U', '#EXTM3UX'), 'hls', 'manifest/not-a-manifest'],
    ['a truncated MPD', '<MPD type="sta', 'dash', 'manifest/malformed'],
    ['white space', ' \n', 'dash', 'manifest/empty']
  ] as const)('accepts or refuses %s', (_, text, expected, code) => expect(codeOf(text, expected)).toBe(code));
});

describe('unexpectedMultivariant()', () => {
  const master = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n';

  it('refuses a multivariant playlist only when a media playlist was requested', () => {
    expect(['level', 'audioTrack', 'subtitleTrack'].map((type) => unexpectedMultivariant(master, type)?.code)).toEqual(
      Array<string>(3).fill('source/wrong-type')
    );
    expect(['manifest', 'key'].map((type) => unexpectedMultivariant(master, type))).toEqual([undefined, undefined]);
    expect(unexpectedMultivariant(playlist, 'level')).toBe(undefined);
  });
});
