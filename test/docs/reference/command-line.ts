import type { Option } from '../../../src/cli/arguments.js';
import type { Command } from '../../../src/cli/command.js';
import { cell, code, table } from './table.js';

const optionRow = ([name, { help, value, list, default: standard }]: [string, Option]): string[] => [
  code(`--${name}${value ? ` ${value}${list ? '...' : ''}` : ''}`),
  code(standard),
  cell(help)
];

/** Returns the notes with their lists, whose items are indented in the terminal. */
const notesOf = (notes: string): string =>
  notes
    .split('\n')
    .map((line) => line.replace(/^ {2}(?=\S)/, '').replace(/^ {4}(?=\S)/, '  '))
    .map((line) => line.replaceAll('<', '&lt;'))
    .join('\n');

const section = ({ name, summary, usage, notes, options }: Command): string =>
  [
    `## ${name}`,
    cell(summary),
    ['```text', `npx jet-player ${name} ${usage}`, '```'].join('\n'),
    ...(notes ? [notesOf(notes)] : []),
    table(['option', 'default', 'meaning'], Object.entries(options).map(optionRow))
  ].join('\n\n');

/** Returns the reference of the command line as Markdown. */
export const commandLineReference = (commands: readonly Command[]): string =>
  `# Command line

\`npx jet-player\` shows which hosts a player contacts and what it stores, and writes what a server needs. It works with every player, and not only
with this one. \`npx jet-player COMMAND --help\` prints the same as this page.

${table(
  ['command', 'what it does'],
  commands.map(({ name, summary }) => [`[\`${name}\`](#${name})`, cell(summary)])
)}

| exit code | meaning |
| --- | --- |
| 0 | no findings |
| 1 | findings |
| 2 | wrong use, or the command could not run or saw too little for a result |

The result goes to standard output, and progress and errors to standard error. This page is written from the code of the commands by
\`npm run api\`.

${commands.map(section).join('\n\n')}
`;
