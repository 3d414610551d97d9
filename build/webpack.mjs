import { parse } from 'acorn';

/** Returns every node of one kind in a syntax tree. */
function* nodesOf(node, type) {
  if (node.type === type) yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child?.type) yield* nodesOf(child, type);
}

/** Returns the ids of the modules that a piece of a bundle requires. */
const calls = (text) => [...text.matchAll(/\b\w+\((\d+)\)/g)].map(([, id]) => id);

/**
 * Replaces modules in a webpack bundle, and leaves out all modules that are then no longer required.
 * @param {string} code all modules in one object, each a function of `module`, `exports` and `require`, under its number
 * @param {readonly (readonly [mark: string, instead: string])[]} swaps a text that occurs in one module only, and the replacement of that module
 * @throws Error if the bundle has another structure, or a mark is not in exactly one module
 */
export function swapModules(code, swaps) {
  const isTable = ({ properties }) => properties.length > 20 && properties.every(({ key }) => typeof key?.value === 'number');
  const table = [...nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), 'ObjectExpression')].find(isTable);
  if (!table) throw new Error('The bundle has no table of modules.');
  const modules = new Map(table.properties.map(({ key, value: { start, end } }) => [String(key.value), code.slice(start, end)]));
  for (const [mark, instead] of swaps) {
    const found = [...modules].filter(([, text]) => text.includes(mark));
    if (found.length !== 1) throw new Error(`${mark} is in ${found.length} modules.`);
    modules.set(found[0][0], instead);
  }
  const before = code.slice(0, table.start);
  const after = code.slice(table.end);
  const called = new Set(calls(before + after).filter((id) => modules.has(id)));
  for (const id of called) for (const next of calls(modules.get(id))) if (modules.has(next)) called.add(next);
  return `${before}{${[...called].map((id) => `${id}:${modules.get(id)}`).join(',')}}${after}`;
}
