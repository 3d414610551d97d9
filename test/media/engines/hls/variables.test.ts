import { describe, expect, it } from 'vitest';
import { replaceVariables } from '../../../../src/media/engines/hls/variables.js';

const playlistOf = (...lines: readonly string[]): string => ['#EXTM3U', ...lines, ''].join('\n');

describe('replaceVariables()', () => {
  it('replaces variables in URLs and attributes after their definition, with any line end', () => {
    const text = playlistOf('#EXT-X-DEFINE:NAME="dir",VALUE="/a,b"', '#EXT-X-MAP:URI="{$dir}/{$dir}.mp4"', '{$dir}/1.m4s');
    const expected = playlistOf('#EXT-X-DEFINE:NAME="dir",VALUE="/a,b"', '#EXT-X-MAP:URI="/a,b//a,b.mp4"', '/a,b/1.m4s');
    expect(replaceVariables(text).playlist).toBe(expected);
    expect(replaceVariables(text.replaceAll('\n', '\r\n')).playlist).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it('replaces variables that are imported from the multivariant playlist, and throws without the import', () => {
    const { variables } = replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="dir",VALUE="/a"'));
    expect(replaceVariables(playlistOf('#EXT-X-DEFINE:IMPORT="dir"', '{$dir}/1.m4s'), variables).playlist).toContain('\n/a/1.m4s\n');
    const other = playlistOf('#EXT-X-DEFINE:NAME="other",VALUE=""', '{$dir}/1.m4s');
    expect(() => replaceVariables(other, variables)).toThrow(expect.objectContaining({ code: 'manifest/malformed' }) as Error);
  });

  it('uses the first value of a name, which may be the name of an object property', () => {
    const text = playlistOf('#EXT-X-DEFINE:NAME="__proto__",VALUE="a"', '#EXT-X-DEFINE:NAME="__proto__",VALUE="b"', '{$__proto__}.ts');
    expect(replaceVariables(text).playlist).toContain('\na.ts\n');
    expect(() => replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="a",VALUE="b"', '{$constructor}.ts'))).toThrow('constructor');
  });

  it('throws source/unsupported, which names QUERYPARAM, when a variable comes from the query of the URL', () => {
    const expectedError = expect.objectContaining({ code: 'source/unsupported', message: expect.stringContaining('QUERYPARAM') as string });
    expect(() => replaceVariables(playlistOf('#EXT-X-DEFINE:QUERYPARAM="token"', 'a.ts?t={$token}'))).toThrow(expectedError as Error);
  });

  it('throws manifest/too-large when variables would make a huge playlist of a short one', () => {
    const text = playlistOf(`#EXT-X-DEFINE:NAME="a",VALUE="${'x'.repeat(100_000)}"`, '{$a}\n'.repeat(10_000));
    expect(() => replaceVariables(text)).toThrow(expect.objectContaining({ code: 'manifest/too-large' }) as Error);
  });

  it('returns a playlist without definitions unchanged', () => {
    const text = playlistOf('{$dir}/1.m4s');
    expect(replaceVariables(text).playlist).toBe(text);
  });
});
