import { parseArgs } from 'node:util';

/** One option of a command; `value` names what follows it, absent for a switch. */
export interface Option {
  readonly help: string;
  readonly value?: string;
  /** Takes every word up to the next option, and may be repeated. */
  readonly list?: boolean;
  readonly default?: string;
}

/** The words after a command's name. */
export interface Arguments {
  /** The words that belong to no option. */
  readonly words: readonly string[];
  has(option: string): boolean;
  /** The last value of an option, or its default, or ''. */
  value(option: string): string;
  list(option: string): readonly string[];
}

/** A one-line reason for standard error why a command cannot run; the process then exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the words after a command's name; throws a `UsageError` for an option that the command does not have. */
export function readArguments(argv: readonly string[], options: Readonly<Record<string, Option>>): Arguments {
  const tokens = tokenize(argv, options);
  const words: string[] = [];
  const values = new Map<string, string[]>();
  let open = '';
  for (const token of tokens) {
    if (token.kind === 'option') {
      values.set(token.name, [...(values.get(token.name) ?? []), ...(token.value === undefined ? [] : [token.value])]);
      open = options[token.name]?.list ? token.name : '';
    } else if (token.kind === 'option-terminator') open = '';
    else if (open) values.get(open)?.push(token.value);
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
  const known = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const), multiple: true }])
  );
  try {
    return parseArgs({ args: [...argv], options: known, allowPositionals: true, tokens: true, strict: true }).tokens;
  } catch (error) {
    // Node adds advice about `--` after the first sentence; one line is enough.
    throw new UsageError(String((error as Error).message).split(/\.\s|\n/)[0]);
  }
}

/** The one word a command asks for; throws a `UsageError` that names it when it is missing or not alone. */
export function oneWord({ words }: Arguments, what: string): string {
  const [word, ...more] = words;
  if (word === undefined) throw new UsageError(`${what} is missing`);
  if (more.length) throw new UsageError(`one ${what} at a time, not also "${more.join(' ')}"`);
  return word;
}

/** An option's value as a number of seconds above zero; throws a `UsageError` otherwise. */
export function secondsOf(given: Arguments, option: string): number {
  const seconds = Number(given.value(option));
  if (!(seconds > 0)) throw new UsageError(`--${option} expects a number of seconds, not "${given.value(option)}"`);
  return seconds;
}
