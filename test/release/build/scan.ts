import { parse, type AnyNode, type MemberExpression, type ObjectPattern, type Program } from 'acorn';
import { analyze, type Scope } from 'eslint-scope';

/** The names through which built code reaches its environment. */
export interface Reach {
  /** Free identifiers, which it reads from the global scope. */
  readonly freeNames: readonly string[];
  /** The names of its own variables, functions, classes and parameters. */
  readonly ownNames: readonly string[];
  /** The names that a sealed engine reads from its realm. */
  readonly realmNames: readonly string[];
  /** Members of the global object, of the document and of the navigator, as `window.fetch`, `document.head`; `[]` for a computed name. */
  readonly members: readonly string[];
}

/** The objects whose members are capabilities, by each of their names. */
const capabilityObjects: Readonly<Record<string, string>> = {
  window: 'window',
  self: 'window',
  globalThis: 'window',
  document: 'document',
  navigator: 'navigator'
};

const isNode = (value: unknown): value is AnyNode => typeof (value as AnyNode | null)?.type === 'string';

/** Yields every node with its parent. */
function* walk(node: AnyNode, ancestors: readonly AnyNode[] = []): Generator<{ node: AnyNode; parent: AnyNode | undefined }> {
  yield { node, parent: ancestors.at(-1) };
  const newAncestors = [...ancestors.slice(-1), node];
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) yield* walk(child, newAncestors);
  }
}

/** Returns the patterns by which sealed engines destructure their realm: `const { window: a, fetch: b } = realm`. */
function realmPatterns(program: Program): ObjectPattern[] {
  const patterns: ObjectPattern[] = [];
  for (const { node } of walk(program)) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || node.init?.type !== 'Identifier') continue;
    const keys = node.id.properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : []
    );
    if (keys.includes('atob') && keys.some((key) => capabilityObjects[key] === 'window')) patterns.push(node.id);
  }
  return patterns;
}

const memberName = ({ property, computed }: MemberExpression): string =>
  !computed && property.type === 'Identifier' ? property.name : property.type === 'Literal' ? String(property.value) : '[]';

const reachByCode = new Map<string, Reach>();

/** Returns the names through which a built module or script reaches its environment. Throws a SyntaxError if it is no JavaScript. */
export function reachOf(code: string): Reach {
  // Parsing an engine takes seconds, and several tests scan the same file.
  const reach = reachByCode.get(code) ?? scan(code);
  reachByCode.set(code, reach);
  return reach;
}

function scan(code: string): Reach {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const parents = new Map<AnyNode, AnyNode | undefined>();
  for (const { node, parent } of walk(program)) parents.set(node, parent);
  // acorn and eslint-scope have different types for the same tree.
  const { globalScope, scopes } = analyze(program as never, { ecmaVersion: 2022, sourceType: 'module' });
  const freeReferences = globalScope?.through ?? [];
  const realmNames: string[] = [];
  const realmNamesByNode = new Map<unknown, string>();
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

type Reference = Scope['references'][number];

const nameOf = ({ identifier }: Reference): string => String(identifier.name);

/** Returns the members that a reference names; `window.document.x` is a member of the document, as `document.x` is. */
function membersOf({ identifier }: Reference, name: string, parents: ReadonlyMap<AnyNode, AnyNode | undefined>): string[] {
  const memberNames: string[] = [];
  let objectName = capabilityObjects[name];
  let current = identifier as unknown as AnyNode;
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

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
