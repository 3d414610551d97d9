import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const documents = ['README.md', 'CONTRIBUTING.md'].map((file) => readFileSync(file, 'utf8')).join('\n');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Whether README or CONTRIBUTING names a script, alone in a table or as a command. */
const isNamed = (script: string): boolean =>
  documents.includes(`\`${script}\``) ||
  ['npm run ', 'npm '].some((command) => new RegExp(`(?:\`|^)${command}${script}[\` ]`, 'm').test(documents));

// npm runs a script that begins with `pre` before another one.
it.each(Object.keys(scripts).filter((name) => !name.startsWith('pre')))('README or CONTRIBUTING names the script %s', (name) =>
  expect(isNamed(name)).toBe(true)
);

it('canary: a script that no document names is noticed', () => expect(isNamed('unknown')).toBe(false));
