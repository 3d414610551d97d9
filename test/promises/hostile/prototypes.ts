declare global {
  interface Window {
    /**
     * Lists the differences from the record, one name a line: `Object.prototype.polluted`. It is text, because a page can manipulate how
     * lists are serialised.
     */
    prototypeChanges(): string;
  }
}

/** The additions of lit and of the browser's driver to the page, which are not reported as changes. */
const expectedAdditions = [
  'window.litElementVersions',
  'window.litHtmlVersions',
  'window.reactiveElementVersions',
  // Decorator metadata, in browsers without their own.
  'window.litPropertyMetadata',
  'Symbol.metadata',
  // WebKit's driver adds its own object to the page that it controls.
  'window[Symbol(automationSessionProxy)]'
];

/**
 * Records every own key and descriptor of the language's intrinsics, of every constructor and interface prototype on `window`, and of
 * `window` itself, so that `window.prototypeChanges()` can name each one that was added, removed or replaced since.
 *
 * Runs in the page after `countForbiddenCalls` and before any other script. The browser's driver sends it as text, so it may use nothing
 * from outside. It uses only functions that it has stored before, and reads only own keys of descriptors, because the page may have changed
 * `Object.prototype` in the meantime.
 */
export function recordPrototypes(expected: readonly string[]): void {
  const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { is, hasOwn } = Object;
  const { get: mapGet, forEach: mapForEach } = Map.prototype;
  const toText = Symbol.prototype.toString;
  const isObject = (value: unknown): value is object => (typeof value === 'object' && value !== null) || typeof value === 'function';
  const descriptorFields = ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'] as const;
  /** The properties of `RegExp` in which JavaScriptCore stores the last match of any regular expression, as plain values. */
  const lastMatch = ['input', 'lastMatch', 'lastParen', 'leftContext', 'rightContext', '$_', '$&', '$+', '$`', "$'"];
  for (let group = 1; group < 10; group++) lastMatch[lastMatch.length] = `$${group}`;

  const labelOf = (owner: string, key: PropertyKey) =>
    typeof key === 'symbol' ? `${owner}[${apply(toText, key, []) as string}]` : `${owner}.${String(key)}`;
  const includes = (list: readonly string[], item: PropertyKey): boolean => {
    for (let index = 0; index < list.length; index++) if (list[index] === item) return true;
    return false;
  };
  /** Whether a key of `window` is the number of a frame; the frames of a page change. */
  const isFrame = (key: PropertyKey) => typeof key === 'string' && `${+key}` === key;

  /** Whether each read returns another value, like `PerformanceObserver.supportedEntryTypes` in WebKit. */
  const differsByRead = (owner: object, key: PropertyKey): boolean =>
    key === 'supportedEntryTypes' && !is(getOwnPropertyDescriptor(owner, key)?.value, getOwnPropertyDescriptor(owner, key)?.value);

  interface ObjectRecord {
    readonly name: string;
    readonly parent: object | null;
    readonly keys: Map<PropertyKey, PropertyDescriptor>;
  }
  const records = new Map<object, ObjectRecord>();
  const record = (value: unknown, name: string): void => {
    if (!isObject(value) || records.has(value)) return;
    const keys = new Map<PropertyKey, PropertyDescriptor>();
    for (const key of ownKeys(value)) keys.set(key, getOwnPropertyDescriptor(value, key)!);
    records.set(value, { name, parent: getPrototypeOf(value), keys });
  };
  /** Records an object, its `prototype`, and the objects that are its properties: `Intl.DateTimeFormat`. */
  const recordWithMembers = (value: unknown, name: string, depth: number): void => {
    record(value, name);
    if (!isObject(value)) return;
    const { value: prototype } = getOwnPropertyDescriptor(value, 'prototype') ?? {};
    record(prototype, `${name}.prototype`);
    if (depth === 0) return;
    for (const key of ownKeys(value)) {
      const { value: memberValue } = getOwnPropertyDescriptor(value, key) ?? {};
      if (typeof key === 'string' && typeof memberValue === 'function') recordWithMembers(memberValue, `${name}.${key}`, 0);
    }
  };

  for (const key of ownKeys(window)) {
    const { value } = getOwnPropertyDescriptor(window, key)!;
    if (typeof key !== 'string' || !isObject(value) || value === window) continue;
    // Namespaces contain constructors of their own.
    recordWithMembers(value, key, typeof value === 'object' ? 1 : 0);
  }
  /** Intrinsics that no global name refers to. */
  const unnamedIntrinsics: Readonly<Record<string, () => unknown>> = {
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
  for (const [name, getIntrinsic] of Object.entries(unnamedIntrinsics)) {
    const value = getIntrinsic();
    recordWithMembers(value, `%${name}%`, 0);
    if (isObject(value)) recordWithMembers(getOwnPropertyDescriptor(value, 'constructor')?.value, `%${name}%.constructor`, 0);
  }
  record(getPrototypeOf(getPrototypeOf(window)!), 'WindowProperties');
  record(window, 'window');

  const isSameDescriptor = (before: PropertyDescriptor, after: PropertyDescriptor, value: boolean): boolean => {
    for (let index = 0; index < descriptorFields.length; index++) {
      const part = descriptorFields[index]!;
      if (part === 'value' && !value) continue;
      if (hasOwn(before, part) !== hasOwn(after, part) || !is(before[part], after[part])) return false;
    }
    return true;
  };
  let changes = '';
  const compare = ({ name, parent, keys }: ObjectRecord, owner: object): void => {
    const addChange = (change: string) => {
      if (!includes(expected, change)) changes += changes === '' ? change : `\n${change}`;
    };
    if (getPrototypeOf(owner) !== parent) addChange(`the prototype of ${name}`);
    const currentKeys = ownKeys(owner);
    for (let index = 0; index < currentKeys.length; index++) {
      const key = currentKeys[index]!;
      if (owner === window && (isFrame(key) || key === 'prototypeChanges')) continue;
      const before = apply(mapGet, keys, [key]) as PropertyDescriptor | undefined;
      const isVolatile = (owner === RegExp && includes(lastMatch, key)) || differsByRead(owner, key);
      if (!before || !isSameDescriptor(before, getOwnPropertyDescriptor(owner, key)!, !isVolatile)) addChange(labelOf(name, key));
    }
    apply(mapForEach, keys, [
      (_: unknown, key: PropertyKey) => {
        if (!hasOwn(owner, key) && !(owner === window && isFrame(key))) addChange(labelOf(name, key));
      }
    ]);
  };
  window.prototypeChanges = () => {
    changes = '';
    apply(mapForEach, records, [compare]);
    return changes;
  };
}

/** A script that calls `recordPrototypes`, to run in a page before every other script. */
export const prototypesScript = `(${String(recordPrototypes)})(${JSON.stringify(expectedAdditions)});`;

/** Returns the names in the output of `prototypeChanges`. */
export const namesOf = (changes: string): string[] => changes.split('\n').filter(Boolean);
