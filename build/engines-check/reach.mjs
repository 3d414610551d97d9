import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/**
 * The names through which built code reaches its environment: `freeNames`, which it reads from the global scope; `ownNames` of its own
 * variables, functions, classes and parameters; `realmNames`, which a sealed engine reads from its realm; and `members` of the global object,
 * of the document and of the navigator, as `window.fetch`, `document.head`; `[]` is a computed name.
 * @typedef {{ readonly freeNames: readonly string[], readonly ownNames: readonly string[], readonly realmNames: readonly string[],
 *   readonly members: readonly string[] }} Reach
 */

/** The objects whose members are capabilities, by each of their names. @type {Readonly<Record<string, string>>} */
const capabilityObjects = {
  window: 'window',
  self: 'window',
  globalThis: 'window',
  document: 'document',
  navigator: 'navigator'
};

const isNode = (value) => typeof value?.type === 'string';

/** Yields every node with its parent. */
function* walk(node, ancestors = []) {
  yield { node, parent: ancestors.at(-1) };
  const newAncestors = [...ancestors.slice(-1), node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, newAncestors);
  }
}

const isDestructuring = (node) =>
  node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init?.type === 'Identifier';

/** Whether a pattern in a larger program is that of a sealed engine. */
const hasRealmKeys = ({ properties }) => {
  const keys = properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : []
  );
  return keys.includes('atob') && keys.some((key) => capabilityObjects[key] === 'window');
};

/**
 * Returns the patterns by which sealed engines destructure their realm: `const { window: a, fetch: b } = realm`. If a sealed function is the
 * program's default export, its pattern is that of its parameter, whichever names it has.
 */
function realmPatterns(program) {
  const [statement] = program.body;
  const sealed = statement?.type === 'ExportDefaultDeclaration' ? statement.declaration : undefined;
  if (/^Function/.test(sealed?.type ?? '') && sealed.params[0]?.type === 'Identifier')
    return sealed.body.body
      .flatMap(({ declarations = [] }) => declarations)
      .filter((node) => isDestructuring(node) && node.init.name === sealed.params[0].name)
      .map(({ id }) => id);
  return [...walk(program)].flatMap(({ node }) => (isDestructuring(node) && hasRealmKeys(node.id) ? [node.id] : []));
}

const memberName = ({ property, computed }) =>
  !computed && property.type === 'Identifier' ? property.name : property.type === 'Literal' ? String(property.value) : '[]';

/** @type {Map<string, Reach>} */
const reachByCode = new Map();

/**
 * Returns the names through which a built module or script reaches its environment.
 * @param {string} code
 * @returns {Reach}
 * @throws SyntaxError if it is no JavaScript
 */
export function reachOf(code) {
  // Parsing an engine takes seconds, and several tests scan the same file.
  const reach = reachByCode.get(code) ?? scan(code);
  reachByCode.set(code, reach);
  return reach;
}

function scan(code) {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const parents = new Map();
  for (const { node, parent } of walk(program)) parents.set(node, parent);
  const { globalScope, scopes } = analyze(program, { ecmaVersion: 2022, sourceType: 'module' });
  const freeReferences = globalScope?.through ?? [];
  const realmNames = [];
  const realmNamesByNode = new Map();
  for (const { properties } of realmPatterns(program)) {
    for (const property of properties) {
      if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.value.type !== 'Identifier') continue;
      realmNames.push(property.key.name);
      realmNamesByNode.set(property.value, property.key.name);
    }
  }
  const members = freeReferences.flatMap((reference) => membersOf(reference, nameOf(reference), parents));
  for (const scope of scopes) {
    for (const variable of scope.variables) {
      const name = variable.identifiers.map((identifier) => realmNamesByNode.get(identifier)).find(Boolean);
      if (name) members.push(...variable.references.flatMap((reference) => membersOf(reference, name, parents)));
    }
  }
  const ownNames = sorted(scopes.flatMap(({ variables }) => variables.map(({ name }) => name)));
  return { freeNames: sorted(freeReferences.map(nameOf)), ownNames, realmNames: sorted(realmNames), members: sorted(members) };
}

const nameOf = ({ identifier }) => String(identifier.name);

/** Returns the members that a reference names; `window.document.x` is a member of the document, as `document.x` is. */
function membersOf({ identifier }, name, parents) {
  const memberNames = [];
  let objectName = capabilityObjects[name];
  let current = identifier;
  for (
    let parent = parents.get(current);
    objectName && parent?.type === 'MemberExpression' && parent.object === current;
    parent = parents.get(current)
  ) {
    const member = memberName(parent);
    memberNames.push(`${objectName}.${member}`);
    objectName = capabilityObjects[member];
    current = parent;
  }
  return memberNames;
}

const sorted = (names) => [...new Set(names)].sort();
