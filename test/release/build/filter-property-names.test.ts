import { parse, type AnyNode, type Program } from 'acorn';
import { afterEach, describe, expect, it } from 'vitest';
import { filterNames, sharedNames, unfilteredNames } from '../../../build/filter-property-names.mjs';
import { removeFunctions } from '../../../build/remove-functions.mjs';
import { chunkOf, engines, readBuiltFile } from './built-files.js';

type Seal = (realm: object) => (path: readonly unknown[], value: unknown) => unknown;

/** Fails on a function that the code does not contain. */
const refuse = (name: string) => expect.unreachable(name);

/** An engine that writes to a path of untrusted names, as dash.js does with an MPD patch. */
const unfilteredEngine = `export default function(realm){const data={};return(path,value)=>{let at=data;
  for(const name of path.slice(0,-1))at=at[name]??(at[name]={});at[path.at(-1)]=value;return at[path.at(-1)]}}`;
const loadSeal = async (code: string): Promise<Seal> =>
  ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Seal }).default;

/** Returns an object that becomes a shared name only when it is used as a property name. */
const disguised = (name: string) => ({ toString: () => name });

const hostilePaths: readonly (readonly unknown[])[] = [
  ['__proto__', 'polluted'],
  ['constructor', 'prototype', 'polluted'],
  ['toString', '__proto__', '__proto__', 'polluted'],
  ['a', '__proto__', 'polluted'],
  [disguised('__proto__'), 'polluted'],
  [['__proto__'], 'polluted']
];

describe('filterNames()', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'polluted');
  });

  it.each(hostilePaths.map((path) => [path]))('returns code that reaches no shared object by the path %j', async (path) => {
    const write = (await loadSeal(filterNames(unfilteredEngine)))({});
    expect(write(path, 'by a manifest')).toBe('by a manifest');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('canary: code without the filter pollutes every object by the same path', async () => {
    (await loadSeal(unfilteredEngine))({})(['__proto__', 'polluted'], 'by a manifest');
    expect(({} as { polluted?: unknown }).polluted).toBe('by a manifest');
  });

  it('returns code that reads shared names from own properties, and leaves other keys unchanged', async () => {
    const code = filterNames(
      'export default function(realm){const data={};return(key)=>{data[key]??=0;data[key]++;return[data,key in data]}}'
    );
    const count = (await loadSeal(code))({}) as unknown as (key: unknown) => [Record<PropertyKey, number>, boolean];
    const symbol = Symbol('a symbol');
    for (const key of ['constructor', 'constructor', 'name', 7, symbol]) expect(count(key)[1]).toBe(true);
    const [data] = count('name');
    expect(data).toEqual({ '\0constructor': 2, name: 2, 7: 1, [symbol]: 1 });
  });

  it('knows every name of Object.prototype in this JavaScript engine', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => !sharedNames.includes(name))).toEqual([]);
  });
});

/** Returns the name of the filter in a minified chunk: the variable whose value contains the list of shared names. */
function filterNameIn(code: string): string | undefined {
  const program: Program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  let filterName: string | undefined;
  const visit = (node: AnyNode, variableName?: string): void => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') variableName = node.id.name;
    if (node.type === 'Literal' && node.value === '__defineGetter__') filterName ??= variableName;
    for (const value of Object.values(node) as unknown[]) {
      for (const child of [value].flat()) if (typeof (child as AnyNode | null)?.type === 'string') visit(child as AnyNode, variableName);
    }
  };
  visit(program);
  return filterName;
}

describe.each(engines)('the sealed chunk of %s', { timeout: 240_000 }, (engine) => {
  const code = readBuiltFile(chunkOf(engine));
  const filterName = filterNameIn(code);
  const unfilteredNamesIn = (text: string) =>
    unfilteredNames(text, ({ callee }: { callee?: { name?: string } }) => callee?.name === filterName).map(({ start, end }) =>
      text.slice(Math.max(0, start - 20), end + 1)
    );

  it('filters every computed property name', () => {
    expect(filterName).toBeDefined();
    expect(unfilteredNamesIn(code)).toEqual([]);
  });

  it('canary: unfilteredNames() finds an additional computed name', () => {
    expect(unfilteredNamesIn(`${code};const write=(path,value)=>{window[path.name]=value}`)).toHaveLength(1);
  });
});

describe('removeFunctions()', () => {
  it('removes functions from an object literal and keeps the others', () => {
    const removed = removeFunctions('a={patch:function(){},play:function(){},apply:function(){}}', ['patch', 'apply'], refuse);
    expect(removed).toBe('a={play:function(){},}');
  });

  it('reports a function to remove that the code does not contain, and removes the others', () => {
    const missing: string[] = [];
    const removed = removeFunctions('a={patch:function(){},play:function(){}}', ['apply', 'patch'], (name) => missing.push(name));
    expect({ missing, removed }).toEqual({ missing: ['apply'], removed: 'a={play:function(){}}' });
  });
});
