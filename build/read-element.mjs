import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from './typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The DOM interfaces whose members are documented; editors already know the members of every element. */
const documentedInterfaces = new Set(['HTMLMediaElement', 'HTMLVideoElement']);

/** Returns the TypeScript program for a configuration file in the root folder, except some of its files. */
export function createProgram(config, { except = [] } = {}) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic({ messageText }) {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
    }
  };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(`${root}${config}`, {}, host);
  const includedFiles = fileNames.filter((name) => !except.includes(name.slice(root.length)));
  return ts.createProgram(includedFiles, options);
}

const textOf = (symbol, checker) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();

const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));

/** Returns the names and descriptions in a tag of comments, such as `@slot name - Text.`, of all sources. */
const tagsIn = (sources, tag) =>
  sources.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`^ \\* @${tag} (\\S+) - (.+)$`, 'gm'))].map(([, name, description]) => ({ name, description }))
  );

/** Returns the shadow parts that a page can style: every control, the parts in it, and those that inner elements export. */
function partsIn(sources) {
  const descriptions = new Map();
  const names = sources.flatMap(({ file, text }) => {
    if (/^(elements|styles)/.test(file)) return [];
    for (const [, comment, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Control = \{\s*name: '([\w-]+)'/g))
      descriptions.set(name, comment.replace(/\s*\n \* ?/g, ' ').trim());
    const ownParts = [...text.matchAll(/\bpart="([\w -]+)"/g)].flatMap(([, words]) => words.split(' '));
    const exportedParts = [...text.matchAll(/exportparts="([^"]+)"/g)].flatMap(([, list]) =>
      list.split(', ').map((entry) => entry.split(': ').at(-1))
    );
    const controlNames = file.startsWith('controls/') ? [...text.matchAll(/\bname: '([\w-]+)'/g)].map(([, name]) => name) : [];
    return [...ownParts, ...exportedParts, ...controlNames];
  });
  return [...new Set(['video', ...names])]
    .sort()
    .map((name) => ({ name, ...(descriptions.has(name) && { description: descriptions.get(name) }) }));
}

function attributesOf(type, checker) {
  return type.getProperties().map((symbol) => {
    const attributeType = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
    const isFlag = Boolean(attributeType.flags & ts.TypeFlags.BooleanLike);
    const values =
      attributeType.isUnion() && !isFlag
        ? attributeType.types.flatMap((one) => (one.isStringLiteral() && one.value ? [one.value] : []))
        : [];
    return { name: symbol.name, description: textOf(symbol, checker), type: checker.typeToString(attributeType), flag: isFlag, values };
  });
}

function memberOf(symbol, checker) {
  const [declaration] = symbol.declarations;
  const type = checker.getTypeOfSymbol(symbol);
  const typeText = checker.typeToString(type, undefined, ts.TypeFlags.NoTruncation | ts.TypeFormatFlags.NoTruncation);
  const isMethod = ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration);
  const isReadonly =
    Boolean(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) ||
    (symbol.declarations.some(ts.isGetAccessor) && !symbol.declarations.some(ts.isSetAccessor));
  // Members of `<video>` are documented by the HTML standard.
  const isOwn = declaration.getSourceFile().fileName.startsWith(`${root}src/`);
  return {
    name: symbol.name,
    description: isOwn ? textOf(symbol, checker) : 'Same as on `<video>`.',
    type: typeText,
    method: isMethod,
    readonly: isReadonly
  };
}

/** Whether a member is for pages: declared in `src/`, or a member of `<video>`; neither protected nor internal. */
function isPublic(symbol) {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || symbol.name.startsWith('__')) return false;
  if (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return false;
  if (symbol.getJsDocTags().some(({ name }) => name === 'internal')) return false;
  const { fileName } = declaration.getSourceFile();
  if (fileName.startsWith(`${root}src/`)) return !ts.isPrivateIdentifier(declaration.name);
  return documentedInterfaces.has(declaration.parent.name?.text);
}

/** Reads the description of `<jet-player>` from its sources: attributes, members, events, slots, parts and custom properties. */
export function readElement(program = createProgram('tsconfig.types.json')) {
  const checker = program.getTypeChecker();
  const sources = sourcesIn(`${root}src/ui`);
  const exportsOf = (path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(`${root}src/${path}`));
    return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  };
  const element = exportsOf('ui/jet-player.ts').get('JetPlayer');
  const playerEvents = checker.getDeclaredTypeOfSymbol(exportsOf('ui/host/events.ts').get('JetEventMap'));
  const mediaEvents = checker.getTypeOfSymbol(exportsOf('ui/host/media-element.ts').get('mediaEvents'));
  // The browser calls these, not the page.
  const lifecycle = /^(?:connected|disconnected|adopted|attributeChanged)Callback$/;
  return {
    description: textOf(element, checker),
    attributes: attributesOf(checker.getDeclaredTypeOfSymbol(exportsOf('ui/attributes.ts').get('JetPlayerAttributes')), checker),
    members: checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(element))
      .filter((symbol) => isPublic(symbol) && !lifecycle.test(symbol.name))
      .map((symbol) => memberOf(symbol, checker)),
    events: playerEvents.getProperties().map((symbol) => ({
      name: symbol.name,
      description: textOf(symbol, checker),
      type: checker.typeToString(checker.getTypeOfSymbol(symbol))
    })),
    mediaEvents: [...checker.getTypeArguments(mediaEvents).map(({ value }) => value), 'error'],
    slots: tagsIn(sources, 'slot'),
    parts: partsIn(sources),
    properties: tagsIn(sources, 'cssprop')
  };
}
