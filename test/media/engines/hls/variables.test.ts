import { describe, expect, it } from 'vitest';
import { replaceVariables } from '../../../../src/media/engines/hls/variables.js';

const lines = (...all: readonly string[]): string => ['#EXTM3U', ...all, ''].join('\n');

describe('the variables of an HLS playlist', () => {
  it('are replaced in URLs and attributes after their definition, whatever ends a line', () => {
    const text = lines('#EXT-X-DEFINE:NAME="dir",VALUE="/a,b"', '#EXT-X-MAP:URI="{$dir}/{$dir}.mp4"', '{$dir}/1.m4s');
    const expected = lines('#EXT-X-DEFINE:NAME="dir",VALUE="/a,b"', '#EXT-X-MAP:URI="/a,b//a,b.mp4"', '/a,b/1.m4s');
    expect(replaceVariables(text).playlist).toBe(expected);
    expect(replaceVariables(text.replaceAll('\n', '\r\n')).playlist).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it('are imported from the multivariant playlist, and are not known without an import', () => {
    const { variables } = replaceVariables(lines('#EXT-X-DEFINE:NAME="dir",VALUE="/a"'));
    expect(replaceVariables(lines('#EXT-X-DEFINE:IMPORT="dir"', '{$dir}/1.m4s'), variables).playlist).toContain('\n/a/1.m4s\n');
    const other = lines('#EXT-X-DEFINE:NAME="other",VALUE=""', '{$dir}/1.m4s');
    expect(() => replaceVariables(other, variables)).toThrow(expect.objectContaining({ code: 'manifest/malformed' }) as Error);
  });

  it('have the first value of a name, which may be that of an object property', () => {
    const text = lines('#EXT-X-DEFINE:NAME="__proto__",VALUE="a"', '#EXT-X-DEFINE:NAME="__proto__",VALUE="b"', '{$__proto__}.ts');
    expect(replaceVariables(text).playlist).toContain('\na.ts\n');
    expect(() => replaceVariables(lines('#EXT-X-DEFINE:NAME="a",VALUE="b"', '{$constructor}.ts'))).toThrow('constructor');
  });

  it('are refused when they come from the query of the URL, with a sentence that says so', () => {
    const refused = expect.objectContaining({ code: 'source/unsupported', message: expect.stringContaining('QUERYPARAM') as string });
    expect(() => replaceVariables(lines('#EXT-X-DEFINE:QUERYPARAM="token"', 'a.ts?t={$token}'))).toThrow(refused as Error);
  });

  it('cannot make a huge playlist of a short one', () => {
    const text = lines(`#EXT-X-DEFINE:NAME="a",VALUE="${'x'.repeat(100_000)}"`, '{$a}\n'.repeat(10_000));
    expect(() => replaceVariables(text)).toThrow(expect.objectContaining({ code: 'manifest/too-large' }) as Error);
  });

  it('are left as they are in a playlist that defines none', () => {
    const text = lines('{$dir}/1.m4s');
    expect(replaceVariables(text).playlist).toBe(text);
  });
});
