import type { Arguments, Option } from './arguments.js';

/** 0: fine. 1: found something. 2: wrong use, or it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes; both end their line themselves. */
export interface Output {
  /** The result, on standard output. */
  print(text: string): void;
  /** What is being done, on standard error. */
  progress(text: string): void;
}

/** One command of `npx jet-player`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after the name, e.g. `URL [options]`. */
  readonly usage: string;
  /** What a reader of `--help` should know besides the options. */
  readonly notes?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Throws a `UsageError` for what cannot be run as written. */
  run(given: Arguments, output: Output): Promise<ExitCode>;
}

/** Says in one line, fit for standard error, why a command cannot run; the process then exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
