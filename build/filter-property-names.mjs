import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/**
 * The property names through which code can get from an object to objects that all code shares: the members of `Object.prototype`, and
 * `prototype`, through which a constructor leads there.
 */
export const sharedNames = [
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'prototype',
  'toLocaleString',
  'toString',
  'valueOf'
];

/** Returns a short identifier that does not occur in the code, for the function that filters computed property names. */
function unusedNameIn(code) {
  const identifiers = new Set(code.match(/[\w$]+/g));
  for (let number = 0; ; number += 1) if (!identifiers.has(`$${number.toString(36)}`)) return `$${number.toString(36)}`;
}

/**
 * Returns the source of the filter: a function that adds a prefix to a shared name, so that the result names an ordinary property. It
 * converts a name to a string only once, so that an object cannot return another string the second time. It is written in minified form,
 * because it is inserted after the minifier has run.
 */
const filterSource = (filter) =>
  `const ${filter}=(e=>t=>"number"==typeof t||"symbol"==typeof t?t:e.has(t=String(t))?"\\0"+t:t)(new Set(${JSON.stringify(sharedNames)}));`;

const arithmeticOperators = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);
const children = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');

function* walk(node) {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

/** Returns the variable to which each identifier refers. */
function variablesOf(ast) {
  const variables = new Map();
  const { scopes } = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' });
  for (const { references } of scopes) for (const { identifier, resolved } of references) if (resolved) variables.set(identifier, resolved);
  return variables;
}

/** Finds the expressions that need no filter, because their value is always a number, a well-known symbol or a literal. */
class HarmlessNames {
  #variables;
  #results = new Map();

  constructor(ast) {
    this.#variables = variablesOf(ast);
  }

  has(node) {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'number' || typeof node.value === 'string';
      case 'UpdateExpression':
        return true;
      case 'UnaryExpression':
        return ['+', '-', '~', 'typeof', '!'].includes(node.operator);
      case 'BinaryExpression':
        return (
          arithmeticOperators.has(node.operator) ||
          (node.operator === '+' && this.#isHarmlessOperand(node.left) && this.#isHarmlessOperand(node.right))
        );
      case 'AssignmentExpression':
        return arithmeticOperators.has(node.operator.slice(0, -1)) || (node.operator === '=' && this.has(node.right));
      case 'ConditionalExpression':
        return this.has(node.consequent) && this.has(node.alternate);
      case 'SequenceExpression':
        return this.has(node.expressions.at(-1));
      case 'MemberExpression':
        return !node.computed && (/^(?:byteL|l)ength$/.test(node.property.name) || node.object.name === 'Symbol');
      case 'Identifier':
        return this.#isHarmlessVariable(node);
      default:
        return false;
    }
  }

  /**
   * Whether a node is harmless as an operand of `+`, or as a value that a variable receives: a number or a symbol. String literals are not,
   * because two strings together could be a shared name.
   */
  #isHarmlessOperand(node) {
    return !(node.type === 'Literal' && typeof node.value === 'string') && node.type !== 'ConditionalExpression' && this.has(node);
  }

  /** Whether every value that is written to a variable is harmless, such as those of a loop counter. */
  #isHarmlessVariable(identifier) {
    const variable = this.#variables.get(identifier);
    if (!variable) return false;
    const knownResult = this.#results.get(variable);
    if (knownResult !== undefined) return knownResult;
    // While a variable is being examined, it counts as harmless, because its own value may be written to it.
    this.#results.set(variable, true);
    const isDeclaredVariable =
      variable.defs.length > 0 && variable.defs.every(({ type, node }) => type === 'Variable' && node.id.type === 'Identifier');
    const isHarmless = isDeclaredVariable && variable.references.filter((use) => use.isWrite()).every((use) => this.#isHarmlessWrite(use));
    this.#results.set(variable, isHarmless);
    return isHarmless;
  }

  #isHarmlessWrite({ writeExpr, identifier, partial }) {
    if (partial) return false;
    // `i++` writes without a separate expression.
    if (!writeExpr) return true;
    return writeExpr !== identifier && this.#isHarmlessOperand(writeExpr);
  }
}

const ownPropertyMethods = new Set(['hasOwnProperty', 'hasOwn', 'getOwnPropertyDescriptor', 'propertyIsEnumerable']);

/** Yields the expressions in a syntax tree that become a property name when the code runs. */
function* computedNames(ast) {
  for (const node of walk(ast)) {
    if (node.type === 'MemberExpression' && node.computed) yield node.property;
    if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && node.computed) yield node.key;
    if (node.type === 'BinaryExpression' && node.operator === 'in' && node.left.type !== 'PrivateIdentifier') yield node.left;
    const methodCallee = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed && node.callee;
    // The name is the last argument: `o.hasOwnProperty(name)`, `Object.hasOwn(o, name)`, `hasOwnProperty.call(o, name)`.
    if (!methodCallee || node.arguments.some(({ type }) => type === 'SpreadElement')) continue;
    const isOwnPropertyCall = ownPropertyMethods.has(methodCallee.property.name);
    const isIndirectCall = methodCallee.property.name === 'call' && ownPropertyMethods.has(methodCallee.object.property?.name);
    if ((isOwnPropertyCall || isIndirectCall) && node.arguments.length > 0) yield node.arguments.at(-1);
  }
}

const functionStart = /^export default function\([\w$]*\)\{/;

/**
 * Returns the positions of the computed names in a program that are neither filtered nor harmless.
 * @param {string} code
 * @param {(node: { callee?: { name?: string } }) => boolean} isFiltered whether a node is a call of the filter
 */
export function unfilteredNames(code, isFiltered = () => false) {
  const ast = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true, allowReturnOutsideFunction: true });
  const harmlessNames = new HarmlessNames(ast);
  return [...new Set(computedNames(ast))]
    .filter((name) => !isFiltered(name) && !harmlessNames.has(name))
    .map(({ start, end }) => ({ start, end }));
}

/**
 * Passes every property name that a sealed engine computes at run time through a filter.
 *
 * `object[name]` with a name from a manifest could reach `Object.prototype`, and write into an object that the whole page shares. The filter
 * adds a prefix to the names that lead there, for reading and for writing, so such an entry is stored and found like every other.
 * @param {string} code a minified module that exports one function
 */
export function filterNames(code) {
  const filter = unusedNameIn(code);
  const changes = unfilteredNames(code).flatMap(({ start, end }) => [
    { at: start, text: `${filter}(` },
    { at: end, text: ')', closes: true }
  ]);
  // From the end, so that earlier positions stay valid. Where one name ends and another begins, the closing parenthesis comes first.
  changes.sort((a, b) => b.at - a.at || Number(a.closes ?? false) - Number(b.closes ?? false));
  const parts = [];
  let end = code.length;
  for (const { at, text } of changes) {
    parts.push(code.slice(at, end), text);
    end = at;
  }
  const filtered = [...parts, code.slice(0, end)].reverse().join('');
  const body = functionStart.exec(filtered);
  if (!body) throw new Error('The module does not begin with its function.');
  return body[0] + filterSource(filter) + filtered.slice(body[0].length);
}
