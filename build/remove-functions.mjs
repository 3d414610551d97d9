import { parse } from 'acorn';

/** Yields every property with one of the names whose value is a function, in source order. */
function* functionsNamed(node, names) {
  if (node.type === 'Property' && names.includes(node.key.name) && node.value.type === 'FunctionExpression') yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child?.type) yield* functionsNamed(child, names);
}

/**
 * Removes functions from the object literals of an engine, by the names of their properties. The minifier then removes everything that only
 * they used.
 * @throws Error if there is no function with one of the names
 */
export function removeFunctions(code, names) {
  const found = [...functionsNamed(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), names)];
  const missing = names.filter((name) => !found.some(({ key }) => key.name === name));
  if (missing.length > 0) throw new Error(`The engine no longer has the function ${missing.join(', ')}; see docs/upgrade-engines.md.`);
  const kept = [];
  let from = 0;
  for (const { start, end } of found) {
    if (start < from) continue;
    kept.push(code.slice(from, start));
    from = code[end] === ',' ? end + 1 : end;
  }
  return [...kept, code.slice(from)].join('');
}
