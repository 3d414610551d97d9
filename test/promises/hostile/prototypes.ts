declare global {
  interface Window {
    /**
     * Lists the differences from the record, one name a line: `Object.prototype.polluted`. It is text, because a page can manipulate how
     * lists are serialised.
     */
    prototypeChanges(): string;
  }
}

/** Additions of lit and of the browser's driver to the page that are intended; every other addition is a change. */
const added = [
  'window.litElementVersions',
  'window.litHtmlVersions',
  'window.reactiveElementVersions',
  // Decorator metadata, in browsers without their own.
  'window.litPropertyMetadata',
  'Symbol.metadata',
  // WebKit's driver keeps its own object in the page that it drives.
  'window[Symbol(automationSessionProxy)]'
];

/**
 * Records every own key and descriptor of the language's intrinsics, of every constructor and interface prototype on `window`, and of
 * `window` itself, so that `window.prototypeChanges()` can name each one that was added, removed or replaced since.
 *
 * Runs in the page after the sentinels and before any other script. Self-contained, because the browser's driver sends it as text. It uses
 * only functions that it holds itself, and reads descriptors by own keys: the page may have polluted `Object.prototype` by then.
 */
export function recordPrototypes(known: readonly string[]): void {
  const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { is, hasOwn } = Object;
  const { get: read, forEach } = Map.prototype;
  const toText = Symbol.prototype.toString;
  const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
  const parts = ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'] as const;
  /** JavaScriptCore exposes the last match of any pattern as plain values of `RegExp`. */
  const lastMatch = ['input', 'lastMatch', 'lastParen', 'leftContext', 'rightContext', '$_', '$&', '$+', '$`', "$'"];
  for (let group = 1; group < 10; group++) lastMatch[lastMatch.length] = `$${group}`;

  const label = (owner: string, key: PropertyKey) =>
    typeof key === 'symbol' ? `${owner}[${apply(toText, key, []) as string}]` : `${owner}.${String(key)}`;
  const includes = (list: readonly string[], wanted: PropertyKey): boolean => {
    for (let at = 0; at < list.length; at++) if (list[at] === wanted) return true;
    return false;
  };
  /** The window lists the frames of a page by number; they change. */
  const isFrame = (key: PropertyKey) => typeof key === 'string' && `${+key}` === key;

  /** WebKit creates the list `PerformanceObserver.supportedEntryTypes` again for each reader, so no two are the same. */
  const differsByRead = (owner: object, key: PropertyKey): boolean =>
    key === 'supportedEntryTypes' && !is(getOwnPropertyDescriptor(owner, key)?.value, getOwnPropertyDescriptor(owner, key)?.value);

  interface Kept {
    readonly name: string;
    readonly parent: object | null;
    readonly keys: Map<PropertyKey, PropertyDescriptor>;
  }
  const kept = new Map<object, Kept>();
  const keep = (value: unknown, name: string): void => {
    if (!isObject(value) || kept.has(value)) return;
    const keys = new Map<PropertyKey, PropertyDescriptor>();
    for (const key of ownKeys(value)) keys.set(key, getOwnPropertyDescriptor(value, key)!);
    kept.set(value, { name, parent: getPrototypeOf(value), keys });
  };
  /** Records an object, its `prototype`, and the objects that are its properties: `Intl.DateTimeFormat`. */
  const keepAll = (value: unknown, name: string, depth: number): void => {
    keep(value, name);
    if (!isObject(value)) return;
    const { value: prototype } = getOwnPropertyDescriptor(value, 'prototype') ?? {};
    keep(prototype, `${name}.prototype`);
    if (depth === 0) return;
    for (const key of ownKeys(value)) {
      const { value: inner } = getOwnPropertyDescriptor(value, key) ?? {};
      if (typeof key === 'string' && typeof inner === 'function') keepAll(inner, `${name}.${key}`, 0);
    }
  };

  for (const key of ownKeys(window)) {
    const { value } = getOwnPropertyDescriptor(window, key)!;
    if (typeof key !== 'string' || !isObject(value) || value === window) continue;
    // Namespaces contain constructors of their own.
    keepAll(value, key, typeof value === 'object' ? 1 : 0);
  }
  /** Intrinsics that no global name refers to. */
  const hidden: Readonly<Record<string, () => unknown>> = {
    TypedArray: () => getPrototypeOf(Int8Array),
    ArrayIterator: () => getPrototypeOf([][Symbol.iterator]()),
    StringIterator: () => getPrototypeOf(''[Symbol.iterator]()),
    MapIterator: () => getPrototypeOf(new Map().entries()),
    SetIterator: () => getPrototypeOf(new Set().values()),
    RegExpStringIterator: () => getPrototypeOf('a'.matchAll(/a/g)),
    Iterator: () => getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) as object),
    GeneratorFunction: () => getPrototypeOf(function* () {}),
    AsyncFunction: () => getPrototypeOf(async () => {}),
    AsyncGeneratorFunction: () => getPrototypeOf(async function* () {}),
    AsyncIterator: () => getPrototypeOf(getPrototypeOf(async function* () {}.prototype as object) as object),
    ThrowTypeError: () => getOwnPropertyDescriptor(Function.prototype, 'caller')?.get
  };
  for (const [name, find] of Object.entries(hidden)) {
    const value = find();
    keepAll(value, `%${name}%`, 0);
    if (isObject(value)) keepAll(getOwnPropertyDescriptor(value, 'constructor')?.value, `%${name}%.constructor`, 0);
  }
  keep(getPrototypeOf(getPrototypeOf(window)!), 'WindowProperties');
  keep(window, 'window');

  const same = (before: PropertyDescriptor, after: PropertyDescriptor, value: boolean): boolean => {
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!;
      if (part === 'value' && !value) continue;
      if (hasOwn(before, part) !== hasOwn(after, part) || !is(before[part], after[part])) return false;
    }
    return true;
  };
  let changes = '';
  const compare = ({ name, parent, keys }: Kept, owner: object): void => {
    const note = (what: string) => {
      if (!includes(known, what)) changes += changes === '' ? what : `\n${what}`;
    };
    if (getPrototypeOf(owner) !== parent) note(`the prototype of ${name}`);
    const now = ownKeys(owner);
    for (let at = 0; at < now.length; at++) {
      const key = now[at]!;
      if (owner === window && (isFrame(key) || key === 'prototypeChanges')) continue;
      const before = apply(read, keys, [key]) as PropertyDescriptor | undefined;
      const volatile = (owner === RegExp && includes(lastMatch, key)) || differsByRead(owner, key);
      if (!before || !same(before, getOwnPropertyDescriptor(owner, key)!, !volatile)) note(label(name, key));
    }
    apply(forEach, keys, [
      (_: unknown, key: PropertyKey) => {
        if (!hasOwn(owner, key) && !(owner === window && isFrame(key))) note(label(name, key));
      }
    ]);
  };
  window.prototypeChanges = () => {
    changes = '';
    apply(forEach, kept, [compare]);
    return changes;
  };
}

/** The script as text, to run in a page before every other. */
export const prototypesScript = `(${String(recordPrototypes)})(${JSON.stringify(added)});`;

/** The names in the output of `prototypeChanges`. */
export const namesOf = (changes: string): string[] => changes.split('\n').filter(Boolean);
