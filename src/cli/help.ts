import type { Command } from './command.js';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

/** Returns the output of `npx jet-player --help`. */
export function helpForAll(commands: readonly Command[]): string {
  return `jet-player: shows which hosts a video player contacts and what it stores.

Usage: npx jet-player COMMAND [options]

${columns(commands.map(({ name, summary }) => [name, summary]))}

npx jet-player COMMAND --help explains a command. Exit codes: 0 no findings, 1 findings, 2 wrong use, or the command could not run or saw too little for a result.`;
}

/** Returns the output of `npx jet-player COMMAND --help`. */
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
