import { cell, code, table } from './table.js';

/** A public name in `custom-elements.json` (https://github.com/webcomponents/custom-elements-manifest, schema 2.1.0). */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly kind?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string }; readonly optional?: boolean }[];
  readonly return?: { readonly type?: { readonly text: string } };
}

export interface ElementDeclaration {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes?: readonly Entry[];
  readonly members?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly slots?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
}

const description = (entry: Entry): string => cell(entry.description ?? '');

function signature({ name, parameters = [], return: returned }: Entry): string {
  const list = parameters.map((each) => `${each.name}${each.optional ? '?' : ''}${each.type ? `: ${each.type.text}` : ''}`);
  return `${name}(${list.join(', ')})${returned?.type ? `: ${returned.type.text}` : ''}`;
}

const nameOf = ({ name }: Entry): string => code(name) || 'without a name';
const typeOf = ({ type, readonly: isReadonly }: Entry): string => code(type && `${isReadonly ? 'readonly ' : ''}${type.text}`);

function section(title: string, headings: readonly string[], entries: readonly Entry[] = [], row: (entry: Entry) => string[]): string[] {
  return entries.length > 0 ? [`## ${title}`, table(headings, entries.map(row))] : [];
}

/** Returns the reference of an element as Markdown. */
export function elementReference(element: ElementDeclaration): string {
  const { tagName, members = [], attributes, events, slots, cssParts, cssProperties } = element;
  const typed = (entry: Entry) => [nameOf(entry), typeOf(entry), code(entry.default), description(entry)];
  const described = (entry: Entry) => [nameOf(entry), code(entry.default), description(entry)];
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return `${[
    '# API reference',
    `${code(`<${tagName}>`)}: ${cell(element.description ?? '')}`,
    'This page lists every public name. [Attributes](attributes.md) explains the most important ones, and the package has the types of all of them.',
    'This page is written from `custom-elements.json`, which the build makes from the code, by `npm run api`.',
    ...section('Attributes', ['attribute', 'values', 'default', 'meaning'], attributes, typed),
    ...section('Properties', ['property', 'type', 'default', 'meaning'], fields, typed),
    ...section('Methods', ['method', 'meaning'], methods, (entry) => [code(signature(entry)), description(entry)]),
    ...section('Events', ['event', 'type', 'when'], events, (entry) => [nameOf(entry), typeOf(entry), description(entry)]),
    ...section('Slots', ['slot', 'where'], slots, (entry) => [nameOf(entry), description(entry)]),
    ...section('Parts', ['part', 'what'], cssParts, (entry) => [nameOf(entry), description(entry)]),
    ...section('Custom properties', ['custom property', 'default', 'meaning'], cssProperties, described)
  ].join('\n\n')}\n`;
}
