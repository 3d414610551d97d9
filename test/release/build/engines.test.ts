import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ecmaScriptGlobals } from '../../../build/ecmascript-globals.mjs';
import { chunkOf, dist, engines, readBuiltFile, scriptEngines, sealedFunctionOf } from './built-files.js';
import { reachOf } from '../../../build/engines-check/reach.mjs';

const npmChunks = readdirSync(new URL('npm/chunks/', dist))
  .map((file) => readBuiltFile(`npm/chunks/${file}`))
  .join('\n');
const builds: readonly (readonly [name: string, text: string, engines: readonly string[]])[] = [
  ...Object.entries(scriptEngines).map(([script, included]) => [script, readBuiltFile(script), included] as const),
  ['the embed page', readBuiltFile('embed/jet-embed.js'), engines],
  ['the npm package', npmChunks, engines]
];

describe.each(engines)('the sealed engine %s', (engine) => {
  const sealed = sealedFunctionOf(engine);

  it.each(builds.filter(([, , included]) => included.includes(engine)))(
    'is contained once in %s, with the same bytes as its chunk',
    (_, text) => expect(text.split(sealed)).toHaveLength(2)
  );

  const others = builds.filter(([, , included]) => !included.includes(engine));
  if (others.length > 0) it.each(others)('is not contained in %s', (_, text) => expect(text).not.toContain(sealed));

  it('contains "use strict", without which `this` would be the window in a classic script', () => {
    expect(sealed).toMatch(/^function\(\w*\)\{"use strict";/);
  });
});

describe('the code around the sealed engines', { timeout: 240_000 }, () => {
  const withoutEngines = (text: string) => engines.reduce((rest, engine) => rest.replace(sealedFunctionOf(engine), '0'), text);

  /** The variables that hide a global of the language; an engine inside their scope would read them instead. */
  const hiddenGlobals = (text: string) => reachOf(text).ownNames.filter((name) => ecmaScriptGlobals.has(name));

  it.each([...Object.keys(scriptEngines), 'embed/jet-embed.js', ...engines.map(chunkOf)])(
    'has no variable that hides a global: %s',
    (file) => expect(hiddenGlobals(withoutEngines(readBuiltFile(file)))).toEqual([])
  );

  it('canary: hiddenGlobals() finds a parameter, a variable and a function', () => {
    expect(hiddenGlobals('((Map) => { const Set = 1; function JSON() {} })()')).toEqual(['JSON', 'Map', 'Set']);
  });
});
