import { describe, expect, it } from 'vitest';
import { oneWord, readArguments, secondsOf } from '../../src/cli/arguments.js';

const options = {
  expect: { help: '', value: 'ORIGIN', list: true },
  html: { help: '', value: 'FILE' },
  json: { help: '' },
  timeout: { help: '', value: 'SECONDS', default: '90' }
};
const read = (...argv: string[]) => readArguments(argv, options);

describe('readArguments()', () => {
  it('reads every word up to the next option into a list, and repeated lists into one', () => {
    const given = read('URL', '--expect', 'a', 'b', '--json', '--expect', 'c');
    expect(given.words).toEqual(['URL']);
    expect(given.list('expect')).toEqual(['a', 'b', 'c']);
    expect(given.has('json')).toBe(true);
  });

  it('reads no option after --', () => {
    expect(read('--expect', 'a', '--', '--json').words).toEqual(['--json']);
  });

  it('returns the default of an option that is not given, and the last value of one that is repeated', () => {
    expect(read().value('timeout')).toBe('90');
    expect(read('--timeout', '3', '--timeout=4').value('timeout')).toBe('4');
    expect(read().value('html')).toBe('');
  });

  it.each([
    ['an unknown option', () => read('--no-such')],
    ['an option without its value', () => read('--html')],
    ['a switch with a value', () => read('--json=1')],
    ['no positional word', () => oneWord(read(), 'URL')],
    ['two positional words', () => oneWord(read('a', 'b'), 'URL')],
    ['a timeout that is not a number', () => secondsOf(read('--timeout', 'soon'), 'timeout')],
    ['a timeout of zero', () => secondsOf(read('--timeout', '0'), 'timeout')]
  ])('throws a UsageError of one line for %s', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.not.stringContaining('\n') as string }) as Error);
  });
});
