import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/**
 * Every name through which code can get from an object to objects that all code shares: the members of `Object.prototype`, and `prototype`,
 * which leads there from a constructor.
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

/** Returns a short name that does not occur in the code, for the function that checks every property name computed at run time. */
function freeNameIn(code) {
  const used = new Set(code.match(/[\w$]+/g));
  for (let number = 0; ; number += 1) if (!used.has(`$${number.toString(36)}`)) return `$${number.toString(36)}`;
}

/**
 * Gives a shared name a prefix, so that it names an ordinary property. It converts a name to a string once, as a property access does, so
 * that an object cannot return another string the second time. It is written in minified form, because no minifier runs after it.
 */
const guardSource = (guard) =>
  `const ${guard}=(e=>t=>"number"==typeof t||"symbol"==typeof t?t:e.has(t=String(t))?"\\0"+t:t)(new Set(${JSON.stringify(sharedNames)}));`;

const arithmetic = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);
const children = (node) =>
  Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === 'string');

function* walk(node) {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

/** The variable that each identifier refers to. */
function variablesOf(ast) {
  const variables = new Map();
  const { scopes } = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' });
  for (const { references } of scopes) for (const { identifier, resolved } of references) if (resolved) variables.set(identifier, resolved);
  return variables;
}

/** Tells expressions that can only be a number, a well-known symbol or a harmless literal; they need no guard. */
class HarmlessNames {
  #variables;
  #known = new Map();

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
        return arithmetic.has(node.operator) || (node.operator === '+' && this.#isNumber(node.left) && this.#isNumber(node.right));
      case 'AssignmentExpression':
        return arithmetic.has(node.operator.slice(0, -1)) || (node.operator === '=' && this.has(node.right));
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

  /** A literal text that is added to another could make up a shared name. */
  #isNumber(node) {
    return !(node.type === 'Literal' && typeof node.value === 'string') && node.type !== 'ConditionalExpression' && this.has(node);
  }

  /** A variable is harmless where all that is ever written to it is; a loop's counter, for one. */
  #isHarmlessVariable(identifier) {
    const variable = this.#variables.get(identifier);
    if (!variable) return false;
    const known = this.#known.get(variable);
    if (known !== undefined) return known;
    // While it is examined it counts as harmless, for it may be written with its own value.
    this.#known.set(variable, true);
    const declared =
      variable.defs.length > 0 && variable.defs.every(({ type, node }) => type === 'Variable' && node.id.type === 'Identifier');
    const harmless = declared && variable.references.filter((use) => use.isWrite()).every((use) => this.#isHarmlessWrite(use));
    this.#known.set(variable, harmless);
    return harmless;
  }

  #isHarmlessWrite({ writeExpr, identifier, partial }) {
    if (partial) return false;
    // `i++` writes without an expression of its own.
    if (!writeExpr) return true;
    return writeExpr !== identifier && this.#isNumber(writeExpr);
  }
}

const asksForOwn = new Set(['hasOwnProperty', 'hasOwn', 'getOwnPropertyDescriptor', 'propertyIsEnumerable']);

/** The expressions in a syntax tree that are turned into a property name when the code runs. */
function* computedNames(ast) {
  for (const node of walk(ast)) {
    if (node.type === 'MemberExpression' && node.computed) yield node.property;
    if (/^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && node.computed) yield node.key;
    if (node.type === 'BinaryExpression' && node.operator === 'in' && node.left.type !== 'PrivateIdentifier') yield node.left;
    const called = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed && node.callee;
    // The name is the last argument: `o.hasOwnProperty(name)`, `Object.hasOwn(o, name)`, `hasOwnProperty.call(o, name)`.
    if (!called || node.arguments.some(({ type }) => type === 'SpreadElement')) continue;
    const own = asksForOwn.has(called.property.name);
    const viaCall = called.property.name === 'call' && asksForOwn.has(called.object.property?.name);
    if ((own || viaCall) && node.arguments.length > 0) yield node.arguments.at(-1);
  }
}

const opening = /^export default function\([\w$]*\)\{/;

/**
 * The computed names of a program that pass no guard; positions in its text.
 * @param {string} code
 * @param {(node: { callee?: { name?: string } }) => boolean} isGuard tells a call of the guard
 */
export function unguardedNames(code, isGuard = () => false) {
  const ast = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true, allowReturnOutsideFunction: true });
  const harmless = new HarmlessNames(ast);
  return [...new Set(computedNames(ast))].filter((name) => !isGuard(name) && !harmless.has(name)).map(({ start, end }) => ({ start, end }));
}

/**
 * Makes every property name that a sealed engine computes at run time pass a guard.
 *
 * `object[name]` with a name out of a manifest could reach `Object.prototype` and write into an object that the whole page shares. The
 * names that lead there get a prefix, for reading as for writing, so such an entry is stored and found like every other.
 * @param {string} code a minified module that exports one function
 */
export function guardNames(code) {
  const guard = freeNameIn(code);
  const changes = unguardedNames(code).flatMap(({ start, end }) => [
    { at: start, text: `${guard}(` },
    { at: end, text: ')', closes: true }
  ]);
  // From the end, so that positions stay true; where one ends where another begins, the closing comes first in the text.
  changes.sort((a, b) => b.at - a.at || Number(a.closes ?? false) - Number(b.closes ?? false));
  const parts = [];
  let until = code.length;
  for (const { at, text } of changes) {
    parts.push(code.slice(at, until), text);
    until = at;
  }
  const guarded = [...parts, code.slice(0, until)].reverse().join('');
  const body = opening.exec(guarded);
  if (!body) throw new Error('The module does not begin with its function.');
  return body[0] + guardSource(guard) + guarded.slice(body[0].length);
}
