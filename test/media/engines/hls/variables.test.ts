import { describe, expect, it } from 'vitest';
import { replaceVariables } from '../../../../src/media/engines/hls/variables.js';

const playlistOf = (...lines: readonly string[]): string => ['#EXTM3U', ...lines, ''].join('\n');
const malformed = (sentence: string): Error =>
  expect.objectContaining({ code: 'manifest/malformed', message: expect.stringContaining(sentence) as string }) as Error;

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

  it('replaces references in a value by the values of earlier definitions, imported ones included', () => {
    const { variables } = replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="name",VALUE="a"'));
    const definitions = [
      '#EXT-X-DEFINE:IMPORT="name"',
      '#EXT-X-DEFINE:NAME="dir",VALUE="/{$name}"',
      '#EXT-X-DEFINE:NAME="file",VALUE="{$dir}/1"'
    ];
    const result = replaceVariables(playlistOf(...definitions, '{$file}.m4s'), variables);
    expect(result.playlist).toContain('\n/a/1.m4s\n');
    expect(Object.fromEntries(result.variables)).toEqual({ name: 'a', dir: '/a', file: '/a/1' });
  });

  it('throws manifest/malformed when a value refers to a later definition, or to its own', () => {
    const later = playlistOf('#EXT-X-DEFINE:NAME="a",VALUE="{$b}"', '#EXT-X-DEFINE:NAME="b",VALUE="c"');
    expect(() => replaceVariables(later)).toThrow(malformed('does not define its variable b.'));
    expect(() => replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="a",VALUE="{$a}"'))).toThrow(malformed('does not define its variable a.'));
  });

  it.each([
    ['a name is defined twice', ['NAME="a",VALUE="b"', 'NAME="a",VALUE="b"'], 'defines its variable a twice'],
    ['a name is imported and defined', ['IMPORT="host"', 'NAME="host",VALUE="b"'], 'defines its variable host twice'],
    ['a name has no value', ['NAME="a"'], 'defines its variable a without a value'],
    ['a value has no name', ['VALUE="a"'], 'defines a variable without a name'],
    ['a tag both defines and imports', ['NAME="a",VALUE="b",IMPORT="host"'], 'both defines and imports a variable in one tag'],
    ['a tag is empty', [''], 'defines a variable without a name']
  ])('throws manifest/malformed with a sentence of its own when %s', (_, lists, sentence) => {
    const text = playlistOf(...lists.map((list) => `#EXT-X-DEFINE:${list}`), 'a.ts');
    expect(() => replaceVariables(text, new Map([['host', 'own.test']]))).toThrow(malformed(sentence));
  });

  it('defines an empty value, and a name that is the name of an object property', () => {
    expect(replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="a",VALUE=""', '{$a}1.ts')).playlist).toContain('\n1.ts\n');
    expect(replaceVariables(playlistOf('#EXT-X-DEFINE:NAME="__proto__",VALUE="a"', '{$__proto__}.ts')).playlist).toContain('\na.ts\n');
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

  it('throws manifest/too-large when variables of variables grow exponentially', () => {
    const definitions = Array.from({ length: 40 }, (_, n) => `#EXT-X-DEFINE:NAME="v${n + 1}",VALUE="{$v${n}}{$v${n}}"`);
    const text = playlistOf('#EXT-X-DEFINE:NAME="v0",VALUE="xx"', ...definitions);
    expect(() => replaceVariables(text)).toThrow(expect.objectContaining({ code: 'manifest/too-large' }) as Error);
  });

  it('returns a playlist without definitions unchanged', () => {
    const text = playlistOf('{$dir}/1.m4s');
    expect(replaceVariables(text).playlist).toBe(text);
  });
});
