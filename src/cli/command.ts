import type { Arguments, Option } from './arguments.js';

/** 0: no findings. 1: findings. 2: wrong use, or the command could not run or saw too little for a result. */
export type ExitCode = 0 | 1 | 2;

/** The outputs of a command. Both methods add a line break. */
export interface Output {
  /** Prints the result to standard output. */
  print(text: string): void;
  /** Prints progress to standard error. */
  progress(text: string): void;
}

/** One command of `npx jet-player`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The arguments after the name, e.g. `URL [options]`. */
  readonly usage: string;
  /** Further information for `--help` besides the options. */
  readonly notes?: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Runs the command. @throws UsageError for arguments with which it cannot run */
  run(args: Arguments, output: Output): Promise<ExitCode>;
}
