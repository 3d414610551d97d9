import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { attributesInHas } from '../../../src/ui/styles/restyle.js';

/** Returns the arguments of each `:has()` in a style sheet, also of one inside another. */
function argumentsOfHas(text: string): string[] {
  return [...text.matchAll(/:has\(/g)].map(({ index }) => {
    const start = index + ':has('.length;
    let depth = 1;
    let end = start;
    for (; depth > 0; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    return text.slice(start, end - 1);
  });
}

/** Returns the names of the attributes that a selector contains; a class is the attribute `class`. */
const attributesOf = (selector: string): string[] => [
  ...[...selector.matchAll(/\[([a-z-]+)/g)].map(([, name]) => name!),
  ...(/\.[a-z]/.test(selector) ? ['class'] : [])
];

/** Attributes that never change on an element. */
const constantAttributes = ['part'];

/** Folders of the style sheets in the player's own shadow root. */
const folders = ['src/ui/styles', 'src/ui/ai-label'];

it('names every attribute by which the style sheets of the player select with `:has()`', async () => {
  const files = await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((file) => `${folder}/${file}`)));
  const texts = await Promise.all(
    files
      .flat()
      .filter((file) => file.endsWith('.css.ts'))
      .map((file) => readFile(file, 'utf8'))
  );
  const attributes = new Set(texts.flatMap(argumentsOfHas).flatMap(attributesOf));
  for (const name of constantAttributes) attributes.delete(name);
  expect([...attributes].sort()).toEqual([...attributesInHas].sort());
});

it('canary: finds the attributes of nested selectors', () => {
  expect(argumentsOfHas('.a:has(.b:not([data-c])):has([d] > e:has(f)) g').flatMap(attributesOf)).toEqual(['data-c', 'class', 'd']);
});
