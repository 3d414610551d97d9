import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultHotkeys } from '../../src/ui/interface/hotkeys.js';

const guide = readFileSync('docs/usage.md', 'utf8');

/** Returns the default keys that the guide gives for a shortcut, as text; undefined when no row names it. */
const keysInGuide = (name: string) =>
  guide
    .split('\n')
    .map((line) => line.split(' | '))
    .find(([names]) => names?.startsWith('| `') && names.includes(`\`${name}\``))?.[1];

/** Writes a key as the guide does. */
const written = (key: string): string => (key === ' ' ? 'Space' : /^\d$/.test(key) ? '`0` to `9`' : `\`${key}\``);

it.each(defaultHotkeys.map(({ name, keys }) => ({ name, keys })))('the usage guide lists $name with its keys', ({ name, keys }) => {
  for (const key of keys) expect(keysInGuide(name)).toContain(written(key));
});

it('canary: a name that is missing and a wrong key are noticed', () => {
  expect(keysInGuide('unknown')).toBeUndefined();
  expect(keysInGuide('mute')).not.toContain(written('c'));
});
