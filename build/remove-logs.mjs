import { parse } from 'acorn';

const logMethods = new Set(['log', 'debug', 'info', 'warn', 'error', 'fatal']);

const isText = (node) =>
  typeof node?.value === 'string' ||
  node?.type === 'TemplateLiteral' ||
  (node?.type === 'BinaryExpression' && (isText(node.left) || isText(node.right)));

/** Whether a call logs a text. */
const isLog = ({ type, callee, arguments: args }) =>
  type === 'CallExpression' && callee.type === 'MemberExpression' && logMethods.has(callee.property.name) && isText(args[0]);

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => child?.type);

const effects = /^(?:Call|New|TaggedTemplate|Assignment|Update|Await|Yield|Import)|^Spread/;
const mayHaveEffects = (node) => effects.test(node.type) || node.operator === 'delete' || childrenOf(node).some(mayHaveEffects);

/** Returns the children of an expression whose values are not used if its own value is not used. */
function passedOn(node) {
  if (node.type === 'SequenceExpression') return [node.expressions.at(-1)];
  if (node.type === 'LogicalExpression') return [node.right];
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  return node.type === 'ChainExpression' ? [node.expression] : [];
}

/** Returns the children of a node whose values are never used. */
function discarded(node) {
  if (node.type === 'ExpressionStatement') return [node.expression];
  if (node.type === 'UnaryExpression' && node.operator === 'void') return [node.argument];
  return node.type === 'SequenceExpression' ? node.expressions.slice(0, -1) : [];
}

/** Yields every call that logs a text and whose result is not used, in source order. */
function* unusedLogs(node, isUnused = false) {
  if (isUnused && isLog(node)) return yield node;
  const unused = new Set([...discarded(node), ...(isUnused ? passedOn(node) : [])]);
  for (const child of childrenOf(node)) yield* unusedLogs(child, unused.has(child));
}

/**
 * Removes the calls of an engine that log a text, if nothing uses their result. Arguments that call or assign something stay. The player turns
 * off the logs of engines, and removing the calls saves 16 KB.
 */
export function removeLogs(code) {
  const pieces = [];
  let pieceStart = 0;
  for (const { start, end, arguments: args, optional, callee } of unusedLogs(
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
  )) {
    const keepsArguments = args.some(mayHaveEffects);
    // An optional call evaluates its arguments only if there is a logger.
    if (
      keepsArguments &&
      (optional || code.slice(callee.start, callee.end).includes('?.') || args.some(({ type }) => type === 'SpreadElement'))
    )
      continue;
    pieces.push(code.slice(pieceStart, start), keepsArguments ? `(${code.slice(args[0].start, args.at(-1).end)})` : '0');
    pieceStart = end;
  }
  return [...pieces, code.slice(pieceStart)].join('');
}
