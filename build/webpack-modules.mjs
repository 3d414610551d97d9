import { parse } from 'acorn';

/** Yields every node of one type in a syntax tree. */
function* nodesOf(node, type) {
  if (node.type === type) yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child?.type) yield* nodesOf(child, type);
}

/** Returns the ids of the modules that a text in a bundle requires. */
const requiredIds = (text) => [...text.matchAll(/\b\w+\((\d+)\)/g)].map(([, id]) => id);

/**
 * Replaces modules in a webpack bundle, and removes all modules that are then no longer required.
 * @param {string} code all modules in one object, each a function of `module`, `exports` and `require`, under its number
 * @param {readonly (readonly [mark: string, replacement: string])[]} replacements a text that occurs in one module only, and the
 * replacement of that module
 * @param {(mark: string, reason: string) => void} onUnapplied receives each mark that is not in exactly one module
 * @throws Error if the bundle has another structure
 */
export function replaceModules(code, replacements, onUnapplied) {
  const isTable = ({ properties }) => properties.length > 20 && properties.every(({ key }) => typeof key?.value === 'number');
  const table = [...nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), 'ObjectExpression')].find(isTable);
  if (!table) throw new Error('The bundle has no table of modules.');
  const modules = new Map(table.properties.map(({ key, value: { start, end } }) => [String(key.value), code.slice(start, end)]));
  for (const [mark, replacement] of replacements) {
    const matches = [...modules].filter(([, text]) => text.includes(mark));
    if (matches.length === 1) modules.set(matches[0][0], replacement);
    else onUnapplied(mark, `${mark} is in ${matches.length} modules, not in one.`);
  }
  const before = code.slice(0, table.start);
  const after = code.slice(table.end);
  const required = new Set(requiredIds(before + after).filter((id) => modules.has(id)));
  for (const id of required) for (const next of requiredIds(modules.get(id))) if (modules.has(next)) required.add(next);
  return `${before}{${[...required].map((id) => `${id}:${modules.get(id)}`).join(',')}}${after}`;
}
