import { readArguments, UsageError } from './arguments.js';
import type { ExitCode, Output } from './command.js';
import { commands } from './commands/index.js';
import { helpFor, helpForAll } from './help.js';
import { ownVersion } from './own-version.js';

const output: Output = {
  print: (text) => void process.stdout.write(`${text}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`)
};

/** Runs a command line, given without the words for Node and the script. Resolves to the exit code and never rejects. */
async function main([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  if (name === '--version') output.print(ownVersion());
  if (name === '--help' || name === '-h' || name === 'help') output.print(helpForAll(commands));
  if (['--version', '--help', '-h', 'help'].includes(name)) return 0;
  const command = commands.find((candidate) => candidate.name === name);
  const prefix = command ? `jet-player ${name}` : 'jet-player';
  try {
    if (!command) {
      const names = commands.map((each) => each.name).join(', ');
      throw new UsageError(`${name ? `unknown command "${name}"` : 'no command given'}; available: ${names}`);
    }
    if (args.includes('--help') || args.includes('-h')) {
      output.print(helpFor(command));
      return 0;
    }
    return await command.run(readArguments(args, command.options), output);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    output.progress(`${prefix}: ${message.replace(/\s+/g, ' ').trim()}`);
    // An internal error looks like wrong use, except for its stack trace, which `JET_DEBUG` shows.
    if (process.env['JET_DEBUG'] && error instanceof Error) output.progress(error.stack ?? '');
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
