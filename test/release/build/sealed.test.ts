import { describe, expect, it } from 'vitest';
import { ecmaScriptGlobals } from '../../../build/ecmascript-globals.mjs';
import { capabilityPattern, harmlessGlobals, realmNames, usedMembers, waysToPage } from './census.js';
import { reachOf } from '../../../build/engines-check/reach.mjs';
import { chunkOf, dist, engines, isEngine, readBuiltFile, scriptEngines, builtFiles, withImports } from './built-files.js';

/** The files that a page can load, without the engines. */
const coreFiles = builtFiles.filter((file) => !isEngine(file));
/** The files of each entry, of which a page loads one, without the engines. */
const entries = ['jet-player.js', 'media.js'].map((entry) => [entry, [...withImports(entry)].filter((file) => !isEngine(file))] as const);

/** Returns the names that the code of an engine reaches beyond those in `census.ts`; there are none for a sealed engine. */
function escapes(engine: string, code: string): string[] {
  const reach = reachOf(code);
  const beyond = (names: readonly string[], known: readonly string[] = []) => names.filter((name) => !known.includes(name));
  return [
    ...reach.freeNames.filter((name) => !ecmaScriptGlobals.has(name)),
    ...beyond(reach.realmNames, realmNames[engine]),
    ...beyond(reach.members, usedMembers[engine]),
    ...waysToPage.filter(({ pattern, counts }) => (code.match(pattern)?.length ?? 0) > counts[engine]!).map(({ pattern }) => pattern.source)
  ];
}

/** The capabilities that our own code may use; the tests below check that each is used in one place. */
const ownCapabilities = ['window.fetch', 'window.localStorage', 'window.sessionStorage', 'Worker'];

/** Returns the capabilities that our own code uses beyond those. */
function extraCapabilities(code: string): string[] {
  const { freeNames, members } = reachOf(code);
  return [
    ...freeNames.filter((name) => !ecmaScriptGlobals.has(name) && !harmlessGlobals.has(name)),
    ...members.filter((name) => capabilityPattern.test(name))
  ].filter((name) => !ownCapabilities.includes(name));
}

/** Code that a later release of an engine could contain: ways to contact a host, and ways to reach the page. */
const escapingCode = [
  'navigator.sendBeacon("https://a.test/")',
  'new EventSource("https://a.test/")',
  '(() => {}).constructor("return this")()',
  'import("https://a.test/")',
  'function f(e) { return e.ownerDocument }',
  '(0, eval)("1")'
];

// The engines are large, and parsing them takes seconds on a small machine.
describe.each(engines)('the sealed chunk of %s', { timeout: 240_000 }, (engine) => {
  const code = readBuiltFile(chunkOf(engine));
  const reach = reachOf(code);

  it('has no free identifiers except those of the language', () => {
    expect(reach.freeNames.filter((name) => !ecmaScriptGlobals.has(name))).toEqual([]);
  });

  it('reads exactly the listed names from its realm', () => {
    expect(reach.realmNames).toEqual(realmNames[engine]);
  });

  it('uses exactly the listed members of its global object, document and navigator', () => {
    expect(reach.members).toEqual(usedMembers[engine]);
  });

  it.each(waysToPage.map((way) => [way.pattern.source, way] as const))(
    'contains no unreviewed way back to the page: %s',
    (_, { pattern, counts, reason }) => {
      expect(code.match(pattern)?.length ?? 0, reason).toBe(counts[engine]);
    }
  );

  it('canary: escapes() names each capability that is added to the code', () => {
    const escapedNames = escapes(engine, [code, ...escapingCode].join(';'));
    expect(escapes(engine, code)).toEqual([]);
    for (const name of ['navigator', 'EventSource', 'constructor', 'import', 'ownerDocument', 'eval'])
      expect(escapedNames.join(' ')).toContain(name);
    expect(escapedNames.length).toBeGreaterThanOrEqual(escapingCode.length);
  });
});

/** The engines that read a whole global object, `self` or `window`, from their realm. */
const enginesWithGlobal = engines.filter((engine) => realmNames[engine]!.some((name) => name === 'self' || name === 'window'));

describe.each(enginesWithGlobal)('the realm of %s', { timeout: 240_000 }, (engine) => {
  it('canary: escapes() names a capability that is added to it', () => {
    const realm = /(?:(?:const|let)\s*|[\s,])\{(?=[^}]*\b(?:self|window)\b)(?=[^}]*\batob\b)/;
    expect(escapes(engine, readBuiltFile(chunkOf(engine)).replace(realm, '$&EventSource:EventSource$,'))).toEqual(['EventSource']);
  });
});

describe('the chunk with the TTML parser', () => {
  /** Calls a sealed function, and returns the names that it reads from its realm, and its result. */
  const namesReadBy = (seal: (realm: object) => unknown) => {
    const names: (string | symbol)[] = [];
    const result = seal(new Proxy({}, { get: (_, name) => void names.push(name) }));
    return { names, result };
  };

  it('reads nothing from its realm, and exports the functions that dash.js calls', async () => {
    const { default: seal } = (await import(new URL(chunkOf('imsc'), dist).href)) as { default: (realm: object) => object };
    const { names, result } = namesReadBy(seal);
    expect(names).toEqual([]);
    expect(result).toMatchObject({ fromXML: expect.any(Function) as unknown, generateISD: expect.any(Function) as unknown });
  });

  it('canary: namesReadBy() returns a name that is read from the realm', () => {
    expect(namesReadBy(({ fetch }: { fetch?: unknown }) => fetch).names).toEqual(['fetch']);
  });

  it('is not contained in the chunk of dash.js, and neither is code for CMCD and CMSD', () => {
    expect(readBuiltFile(chunkOf('dash'))).not.toMatch(/generateISD=|SAXParser|CMCD-Request|toCmcdHeaders|CMSD-Static/);
  });
});

describe('the changes that the build makes to the engines', () => {
  it('remove the event of dash.js that calls a URL', () => {
    expect(readBuiltFile(chunkOf('dash'))).not.toContain('urn:mpeg:dash:event:callback');
  });

  it('remove the code of dash.js that requests or applies an MPD patch', () => {
    expect(readBuiltFile(chunkOf('dash'))).not.toMatch(/PatchLocation|applyPatchToManifest|getPatchOperations|"Patch"/);
  });

  it('limit SKIPPED-SEGMENTS to 100,000 in hls.js', () => {
    expect(readBuiltFile(chunkOf('hls'))).toMatch(/Math\.min\(\w+\.decimalInteger\("SKIPPED-SEGMENTS"\),1e5-\w+\.skippedSegments\)/);
  });
});

describe('a rejected promise of an engine', () => {
  /** A last handler that throws its argument, so that the browser reports an unhandled rejection to the page. */
  const rethrows = /\.catch\(\(?([\w$]+)\)?=>\{\s*throw \1;?\s*\}\)/g;

  it.each(engines)('is not thrown again by its last handler: %s', (engine) => {
    expect(readBuiltFile(chunkOf(engine)).match(rethrows)).toBe(null);
  });

  it('canary: the pattern finds both spellings of a handler that throws', () => {
    expect('a.then(b).catch((e=>{throw e}));a.catch(t => { throw t; })'.replaceAll(' => ', '=>').match(rethrows)).toHaveLength(2);
  });
});

describe('the built files without the engines', { timeout: 240_000 }, () => {
  it.each(coreFiles)('%s uses no capability that contacts a host or stores data', (file) => {
    expect(extraCapabilities(readBuiltFile(file))).toEqual([]);
  });

  it.each(entries)('%s accesses the network in one place, the guard', (_, files) => {
    expect(files.flatMap((file) => readBuiltFile(file).match(/\bglobalThis\.fetch\b/g) ?? [])).toEqual(['globalThis.fetch']);
    expect(files.filter((file) => reachOf(readBuiltFile(file)).members.includes('window.fetch'))).toHaveLength(1);
  });

  it.each(entries)('%s creates a worker in one place, to check Content Credentials', (_, files) => {
    const creators = files.filter((file) => reachOf(readBuiltFile(file)).freeNames.includes('Worker'));
    expect(creators).toEqual([expect.stringMatching(/^chunks\/check-credentials-/)]);
    expect(readBuiltFile(creators[0]!).match(/\bnew Worker\(/g)).toHaveLength(1);
  });

  it.each(entries)('%s accesses each storage in one place', (_, files) => {
    for (const name of ['localStorage', 'sessionStorage']) {
      expect(files.flatMap((file) => readBuiltFile(file).match(new RegExp(`\\b${name}\\b`, 'g')) ?? [])).toEqual([name]);
      expect(files.filter((file) => reachOf(readBuiltFile(file)).members.includes(`window.${name}`))).toHaveLength(1);
    }
  });

  it.each(entries)('%s contains one URL of Google, the Cast sender framework', (_, files) => {
    const urls = files.flatMap((file) => readBuiltFile(file).match(/https:\/\/[\w.-]*(?:google|gstatic)[\w./?=-]*/g) ?? []);
    expect(urls).toEqual(['https://www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1']);
  });

  it.each([
    ['a bare fetch', 'fetch("https://a.test/")', 'fetch'],
    ['an image', 'new Image().src = "https://a.test/"', 'Image'],
    ['a beacon', 'navigator.sendBeacon("https://a.test/")', 'navigator.sendBeacon'],
    ['a database', 'globalThis.indexedDB.open("a")', 'window.indexedDB'],
    ['a cookie', 'document.cookie = "a=1"', 'document.cookie']
  ])('canary: extraCapabilities() finds %s', (_, escapingCode, name) => {
    expect(extraCapabilities(`${readBuiltFile('jet-player.js')};${escapingCode}`)).toEqual([name]);
  });
});

describe.each(Object.entries(scriptEngines))('%s', (script, includedEngines) => {
  const reach = reachOf(readBuiltFile(script));

  it('has no free identifiers except those of the language and the harmless ones', () => {
    expect(reach.freeNames.filter((name) => !ecmaScriptGlobals.has(name) && !harmlessGlobals.has(name))).toEqual([]);
  });

  it('contains the engines with the same realm names as the chunks', () => {
    expect(reach.realmNames).toEqual([...new Set(includedEngines.flatMap((engine) => realmNames[engine]!))].sort());
  });
});
