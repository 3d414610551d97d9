import type { Command } from './command.js';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

/** What `npx jet-player --help` prints. */
export function helpForAll(commands: readonly Command[]): string {
  return `jet-player: proof of what a video player contacts and stores.

Usage: npx jet-player COMMAND [options]

${columns(commands.map(({ name, summary }) => [name, summary]))}

npx jet-player COMMAND --help explains one. Exit codes: 0 fine, 1 found something, 2 wrong use or could not run.`;
}

/** What `npx jet-player COMMAND --help` prints. */
export function helpFor({ name, summary, usage, notes, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, list, help, default: fallback }]): [string, string] => [
    `--${option}${value ? ` ${value}${list ? '...' : ''}` : ''}`,
    fallback ? `${help} (${fallback})` : help
  ]);
  return [
    `Usage: npx jet-player ${name} ${usage}\n\n${summary}`,
    ...(notes ? [notes] : []),
    columns([...rows, ['--help', 'this text']])
  ].join('\n\n');
}
