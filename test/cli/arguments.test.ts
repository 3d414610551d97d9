import { describe, expect, it } from 'vitest';
import { oneWord, readArguments, secondsOf } from '../../src/cli/arguments.js';

const options = {
  expect: { help: '', value: 'ORIGIN', list: true },
  html: { help: '', value: 'FILE' },
  json: { help: '' },
  timeout: { help: '', value: 'SECONDS', default: '90' }
};
const read = (...argv: string[]) => readArguments(argv, options);

describe('arguments', () => {
  it('a list takes every word up to the next option, and may be repeated', () => {
    const given = read('URL', '--expect', 'a', 'b', '--json', '--expect', 'c');
    expect(given.words).toEqual(['URL']);
    expect(given.list('expect')).toEqual(['a', 'b', 'c']);
    expect(given.has('json')).toBe(true);
  });

  it('after -- every word stands for itself', () => {
    expect(read('--expect', 'a', '--', '--json').words).toEqual(['--json']);
  });

  it('an option has its default until it is given; the last one counts', () => {
    expect(read().value('timeout')).toBe('90');
    expect(read('--timeout', '3', '--timeout=4').value('timeout')).toBe('4');
    expect(read().value('html')).toBe('');
  });

  it.each([
    ['an unknown option', () => read('--no-such')],
    ['an option without its value', () => read('--html')],
    ['a switch with a value', () => read('--json=1')],
    ['no word', () => oneWord(read(), 'URL')],
    ['two words', () => oneWord(read('a', 'b'), 'URL')],
    ['seconds that are none', () => secondsOf(read('--timeout', 'soon'), 'timeout')],
    ['no seconds', () => secondsOf(read('--timeout', '0'), 'timeout')]
  ])('%s is refused in one line', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ name: 'UsageError', message: expect.not.stringContaining('\n') as string }) as Error);
  });
});
