import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chunkOf, dist, engines, read } from './built-files.js';

/** The text of a sealed engine in its chunk: the function that the chunk exports. */
function functionOf(engine: string): string {
  const code = read(chunkOf(engine));
  const begin = code.indexOf('function(');
  return code.slice(begin, code.lastIndexOf('}', code.lastIndexOf('export')) + 1);
}

const npm = readdirSync(new URL('npm/chunks/', dist))
  .map((file) => read(`npm/chunks/${file}`))
  .join('\n');
const builds: readonly (readonly [name: string, text: string])[] = [
  ['the single script', read('jet-player.bundle.js')],
  ['the embed page', read('embed/jet-embed.js')],
  ['the npm package', npm]
];

describe.each(engines)('%s', (engine) => {
  const sealed = functionOf(engine);

  it.each(builds)('is contained once in %s, with the same bytes as its chunk', (_, text) => {
    expect(text.split(sealed)).toHaveLength(2);
  });

  it('contains "use strict", without which `this` would be the window in a classic script', () => {
    expect(sealed).toMatch(/^function\(\w*\)\{"use strict";/);
  });
});
