import { describe, expect, it } from 'vitest';
import { oneWord, readArguments, secondsOf } from '../../src/cli/arguments.js';

const options = {
  expect: { help: '', value: 'ORIGIN', list: true },
  html: { help: '', value: 'FILE' },
  json: { help: '' },
  timeout: { help: '', value: 'SECONDS', default: '90' }
};
const parse = (...argv: string[]) => readArguments(argv, options);

describe('readArguments()', () => {
  it('reads every word up to the next option into a list, and repeated lists into one', () => {
    const args = parse('URL', '--expect', 'a', 'b', '--json', '--expect', 'c');
    expect(args.words).toEqual(['URL']);
    expect(args.list('expect')).toEqual(['a', 'b', 'c']);
    expect(args.has('json')).toBe(true);
  });

  it('reads no option after --', () => {
    expect(parse('--expect', 'a', '--', '--json').words).toEqual(['--json']);
  });

  it('returns the default of an option that is not given, and the last value of one that is repeated', () => {
    expect(parse().value('timeout')).toBe('90');
    expect(parse('--timeout', '3', '--timeout=4').value('timeout')).toBe('4');
    expect(parse().value('html')).toBe('');
  });

  it.each([
    ['an unknown option', () => parse('--no-such')],
    ['an option without its value', () => parse('--html')],
    ['a switch with a value', () => parse('--json=1')],
    ['no positional word', () => oneWord(parse(), 'URL')],
    ['two positional words', () => oneWord(parse('a', 'b'), 'URL')],
    ['a timeout that is not a number', () => secondsOf(parse('--timeout', 'soon'), 'timeout')],
    ['a timeout of zero', () => secondsOf(parse('--timeout', '0'), 'timeout')]
  ])('throws a UsageError of one line for %s', (_, call) => {
    expect(call).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.not.stringContaining('\n') as string }) as Error);
  });
});
