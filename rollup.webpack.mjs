import { parse } from 'acorn';

/** Every node of a syntax tree of one kind. */
function* nodesOf(node, type) {
  if (node.type === type) yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child?.type) yield* nodesOf(child, type);
}

/** The numbers by which modules are called for in a piece of a bundle. */
const calls = (text) => [...text.matchAll(/\b\w+\((\d+)\)/g)].map(([, id]) => id);

/**
 * Puts other modules into a bundle of webpack's, and leaves out all that nobody calls for any more.
 * @param {string} code all modules in one object, each a function of `module`, `exports` and `require`, under its number
 * @param {readonly (readonly [mark: string, instead: string])[]} swaps what is found in the text of one module only; and what stands there then
 * @throws Error where the bundle is not made like that, or a mark is not in one module
 */
export function swapModules(code, swaps) {
  const isTable = ({ properties }) => properties.length > 20 && properties.every(({ key }) => typeof key?.value === 'number');
  const table = [...nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), 'ObjectExpression')].find(isTable);
  if (!table) throw new Error('There is no table of modules.');
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
