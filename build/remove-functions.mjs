import { parse } from 'acorn';

/** Yields every property with one of the names whose value is a function, in source order. */
function* functionsNamed(node, names) {
  if (node.type === 'Property' && names.includes(node.key.name) && node.value.type === 'FunctionExpression') yield node;
  for (const value of Object.values(node)) for (const child of [value].flat()) if (child?.type) yield* functionsNamed(child, names);
}

/**
 * Removes functions from the object literals of an engine, by the names of their properties. The minifier then removes everything that only
 * they used.
 * @param {string} code
 * @param {readonly string[]} names
 * @param {(name: string, reason: string) => void} onMissing receives each name that no function has
 */
export function removeFunctions(code, names, onMissing) {
  const functions = [...functionsNamed(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), names)];
  for (const name of names)
    if (!functions.some(({ key }) => key.name === name)) onMissing(name, `The engine does not have the function ${name}.`);
  const pieces = [];
  let pieceStart = 0;
  for (const { start, end } of functions) {
    if (start < pieceStart) continue;
    pieces.push(code.slice(pieceStart, start));
    pieceStart = code[end] === ',' ? end + 1 : end;
  }
  return [...pieces, code.slice(pieceStart)].join('');
}
