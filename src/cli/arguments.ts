import { parseArgs } from 'node:util';

/** One option of a command. */
export interface Option {
  readonly help: string;
  /** The name of its value; absent for a switch. */
  readonly value?: string;
  /** Whether it takes every word up to the next option, and may be repeated. */
  readonly list?: boolean;
  readonly default?: string;
}

/** The words after a command's name. */
export interface Arguments {
  /** The words that are not part of an option. */
  readonly words: readonly string[];
  has(option: string): boolean;
  /** Returns the last value of an option, else its default, else ''. */
  value(option: string): string;
  list(option: string): readonly string[];
}

/** A one-line reason why a command cannot run. It is printed to standard error, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses the words after a command's name. @throws UsageError for an option that the command does not have */
export function readArguments(argv: readonly string[], options: Readonly<Record<string, Option>>): Arguments {
  const tokens = tokenize(argv, options);
  const words: string[] = [];
  const values = new Map<string, string[]>();
  let openOption = '';
  for (const token of tokens) {
    if (token.kind === 'option') {
      values.set(token.name, [...(values.get(token.name) ?? []), ...(token.value === undefined ? [] : [token.value])]);
      openOption = options[token.name]?.list ? token.name : '';
    } else if (token.kind === 'option-terminator') openOption = '';
    else if (openOption) values.get(openOption)?.push(token.value);
    else words.push(token.value);
  }
  return {
    words,
    has: (option) => values.has(option),
    value: (option) => values.get(option)?.at(-1) ?? options[option]?.default ?? '',
    list: (option) => values.get(option) ?? []
  };
}

function tokenize(argv: readonly string[], options: Readonly<Record<string, Option>>) {
  const parserOptions = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const), multiple: true }])
  );
  try {
    return parseArgs({ args: [...argv], options: parserOptions, allowPositionals: true, tokens: true, strict: true }).tokens;
  } catch (error) {
    // Node adds advice about `--` after the first sentence, which is left out.
    throw new UsageError(String((error as Error).message).split(/\.\s|\n/)[0]);
  }
}

/** Returns the one word that a command expects, which `what` describes. @throws UsageError if there is no word, or more than one */
export function oneWord({ words }: Arguments, what: string): string {
  const [word, ...more] = words;
  if (word === undefined) throw new UsageError(`${what} is missing`);
  if (more.length) throw new UsageError(`expected one ${what}, but also got "${more.join(' ')}"`);
  return word;
}

/** Returns an option's value as a number of seconds. @throws UsageError if it is not a number above zero */
export function secondsOf(args: Arguments, option: string): number {
  const seconds = Number(args.value(option));
  if (!(seconds > 0)) throw new UsageError(`--${option} expects a number of seconds, not "${args.value(option)}"`);
  return seconds;
}
