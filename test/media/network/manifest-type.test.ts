import { describe, expect, it } from 'vitest';
import { detectManifestType } from '../../../src/media/network/manifest-type.js';

const mebibyte = 1024 * 1024;

/** Returns the type of a manifest that begins with a text, and is filled with line breaks up to a number of bytes. */
function typeOf(beginning: string, length = 0, end = ''): string {
  const text = new TextEncoder().encode(beginning);
  const bytes = new Uint8Array(Math.max(length, text.length + end.length)).fill(10);
  bytes.set(text);
  bytes.set(new TextEncoder().encode(end), bytes.length - end.length);
  return detectManifestType({ bytes: bytes.buffer, url: 'https://media.example/manifest?token=secret' });
}

describe('detectManifestType()', () => {
  it('detects playlists up to 32 MiB, and MPDs up to 24 MiB', () => {
    expect(typeOf('#EXTM3U\n', 32 * mebibyte)).toBe('hls');
    expect(typeOf('<MPD>', 24 * mebibyte, '</MPD>')).toBe('dash');
  });

  it.each([
    ['manifest/too-large', () => typeOf('#EXTM3U\n', 32 * mebibyte + 1)],
    ['manifest/too-large', () => typeOf('<MPD>', 24 * mebibyte + 1, '</MPD>')],
    ['manifest/empty', () => typeOf(' \n')],
    ['manifest/malformed', () => typeOf('<MPD><Period></MPD>')],
    ['manifest/not-a-manifest', () => typeOf('<html></html>')]
  ] as const)('throws %s, without the query of the URL', (code, detect) => {
    expect(detect).toThrow(expect.objectContaining({ code }) as Error);
    expect(detect).toThrow(expect.objectContaining({ url: expect.not.stringContaining('secret') as string }) as Error);
  });
});
