import { describe, expect, it } from 'vitest';
import { probeFile } from '../../../../src/media/engines/native/file-probe.js';
import type { Guard } from '../../../../src/media/network/guard.js';
import type { Source } from '../../../../src/media/source.js';

const url = new URL('https://media.test/film.mp4');

/** The result of the probe, or its error code, for a file whose server respects the Range header. */
const probe = (file: string): Promise<unknown> => {
  const guard = {
    base: new URL('https://page.test/'),
    fetch: (_: URL, __: string, { headers }: { headers: { range: string } }) => {
      const last = Number(/-(\d+)/.exec(headers.range)![1]);
      return Promise.resolve(new Response(new TextEncoder().encode(file).slice(0, last + 1), { status: 206 }));
    }
  };
  return probeFile(guard as unknown as Guard, { url } as Source, new AbortController().signal).catch(({ code }: { code: string }) => code);
};

describe('probeFile()', () => {
  it.each([
    ['a playlist', '#EXTM3U\n'],
    ['a playlist after a byte order mark', '\uFEFF#EXTM3U\n'],
    ['a playlist after two byte order marks', '\uFEFF\uFEFF#EXTM3U\n'],
    ['a playlist after a line break', '\r\n#EXTM3U\n'],
    ['a playlist after 80 line breaks', `${'\n'.repeat(80)}#EXTM3U\n`],
    ['a playlist whose tag continues after the end of the range', `${' '.repeat(60)}#EXTM3U\n`],
    ['a file that begins with white space only', ' \t\f\n'],
    ['an MPD', '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'],
    [
      'an MPD after a declaration and a comment',
      `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${'made by hand '.repeat(8)}-->\n<MPD type="static">`
    ]
  ])('refuses %s', async (_, file) => expect(await probe(file)).toBe('source/wrong-type'));

  it.each([
    ['an MP4', '\0\0\0\x20ftypisom'],
    ['a WebM', '\x1aE\xdf\xa3'],
    ['an MP3', 'ID3\x04'],
    ['an empty file', '']
  ])('accepts %s', async (_, file) => expect(await probe(file)).toBe(true));
});
