import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The interfaces of the DOM whose members are the player's own: an editor knows those of every element by itself. */
const media = new Set(['HTMLMediaElement', 'HTMLVideoElement']);

function compile() {
  const config = ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} });
  const program = ts.createProgram([`${root}src/index.ts`, `${root}src/ui/attributes.ts`], { ...config.options, types: [], noEmit: true });
  return { program, checker: program.getTypeChecker() };
}

const textOf = (symbol, checker) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();

const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));

/** What the tags `@slot name - Text.` of all comments say. */
const tagged = (sources, tag) =>
  sources.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`^ \\* @${tag} (\\S+) - (.+)$`, 'gm'))].map(([, name, description]) => ({ name, description }))
  );

/** The parts a page can style: every control by its name, what is in it, and what the elements inside pass on. */
function partsIn(sources) {
  const described = new Map();
  const names = sources.flatMap(({ file, text }) => {
    if (/^(elements|styles)/.test(file)) return [];
    for (const [, comment, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Control = \{\s*name: '([\w-]+)'/g))
      described.set(name, comment.replace(/\s*\n \* ?/g, ' ').trim());
    const literal = [...text.matchAll(/\bpart="([\w -]+)"/g)].flatMap(([, words]) => words.split(' '));
    const passed = [...text.matchAll(/exportparts="([^"]+)"/g)].flatMap(([, list]) =>
      list.split(', ').map((entry) => entry.split(': ').at(-1))
    );
    const buttons = file.startsWith('controls/') ? [...text.matchAll(/\bname: '([\w-]+)'/g)].map(([, name]) => name) : [];
    return [...literal, ...passed, ...buttons];
  });
  return [...new Set(['video', ...names])]
    .sort()
    .map((name) => ({ name, ...(described.has(name) && { description: described.get(name) }) }));
}

function attributesOf(type, checker) {
  return type.getProperties().map((symbol) => {
    const given = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
    const flag = Boolean(given.flags & ts.TypeFlags.BooleanLike);
    const values = given.isUnion() && !flag ? given.types.flatMap((one) => (one.isStringLiteral() && one.value ? [one.value] : [])) : [];
    return { name: symbol.name, description: textOf(symbol, checker), type: checker.typeToString(given), flag, values };
  });
}

function memberOf(symbol, checker) {
  const [declaration] = symbol.declarations;
  const type = checker.getTypeOfSymbol(symbol);
  const shown = checker.typeToString(type, undefined, ts.TypeFlags.NoTruncation | ts.TypeFormatFlags.NoTruncation);
  const method = ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration);
  const readonly =
    Boolean(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) ||
    (symbol.declarations.some(ts.isGetAccessor) && !symbol.declarations.some(ts.isSetAccessor));
  // What is the standard's is described there.
  const ours = declaration.getSourceFile().fileName.startsWith(`${root}src/`);
  return { name: symbol.name, description: ours ? textOf(symbol, checker) : 'As of a `<video>`.', type: shown, method, readonly };
}

/** Whether a page is meant to use it: written in `src/`, or one of a video's own members; neither protected nor internal. */
function isPublic(symbol) {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || symbol.name.startsWith('__')) return false;
  if (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return false;
  if (symbol.getJsDocTags().some(({ name }) => name === 'internal')) return false;
  const { fileName } = declaration.getSourceFile();
  if (fileName.startsWith(`${root}src/`)) return !ts.isPrivateIdentifier(declaration.name);
  return media.has(declaration.parent.name?.text);
}

/** What can be read about `<jet-player>` from its sources: attributes, members, events, slots, parts and custom properties. */
export function readElement() {
  const { program, checker } = compile();
  const sources = sourcesIn(`${root}src/ui`);
  const exportsOf = (path) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(`${root}src/${path}`));
    return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  };
  const element = exportsOf('ui/jet-player.ts').get('JetPlayer');
  const own = checker.getDeclaredTypeOfSymbol(exportsOf('ui/events.ts').get('JetEventMap'));
  const native = checker.getTypeOfSymbol(exportsOf('ui/media-element.ts').get('mediaEvents'));
  // The browser's to call, and no page's.
  const called = /^(?:connected|disconnected|adopted|attributeChanged)Callback$/;
  return {
    description: textOf(element, checker),
    attributes: attributesOf(checker.getDeclaredTypeOfSymbol(exportsOf('ui/attributes.ts').get('JetPlayerAttributes')), checker),
    members: checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(element))
      .filter((symbol) => isPublic(symbol) && !called.test(symbol.name))
      .map((symbol) => memberOf(symbol, checker)),
    events: own.getProperties().map((symbol) => ({
      name: symbol.name,
      description: textOf(symbol, checker),
      type: checker.typeToString(checker.getTypeOfSymbol(symbol))
    })),
    mediaEvents: [...checker.getTypeArguments(native).map(({ value }) => value), 'error'],
    slots: tagged(sources, 'slot'),
    parts: partsIn(sources),
    properties: tagged(sources, 'cssprop')
  };
}
