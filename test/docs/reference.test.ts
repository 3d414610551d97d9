import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { root } from './documents.js';
import { commandLineReference } from './reference/command-line.js';
import { elementReference, type ElementDeclaration } from './reference/element.js';
import { cell, table } from './reference/table.js';

const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as {
  modules: { declarations: ElementDeclaration[] }[];
};
const player = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'jet-player')!;

describe('the references', () => {
  it('docs/api.md has every public name of the element', async () => {
    await expect(elementReference(player)).toMatchFileSnapshot(join(root, 'docs/api.md'));
  });

  it('docs/command-line.md has every command and option', async () => {
    await expect(commandLineReference(commands)).toMatchFileSnapshot(join(root, 'docs/command-line.md'));
  });

  it('canary: a further name changes the reference', () => {
    const attributes = [...player.attributes!, { name: 'further', description: 'A | B' }];
    const changed = elementReference({ ...player, attributes });
    expect(changed).not.toBe(elementReference(player));
    expect(changed).toContain('| `further` |');
    expect(changed).toContain('A \\| B');
  });

  it('show text as text', () => {
    expect(cell('a <b> and `<c>`')).toBe('a &lt;b> and `<c>`');
    expect(table(['a', 'b'], [['1', '']])).toBe('| a |\n| --- |\n| 1 |');
  });
});
