import { parse as parseToml } from 'smol-toml';
import parseExpression, { type LicenseExpression } from 'spdx-expression-parse';

/** A project as its files of version control. */
export interface Project {
  /** The start of each file by its path. Only files that have content. */
  readonly files: Readonly<Record<string, string>>;
  /** The text of `REUSE.toml`. */
  readonly reuse: string;
}

interface Table {
  readonly paths: readonly string[];
  readonly precedence: string;
  readonly copyright: readonly string[];
  readonly licenses: readonly string[];
}

/** What says who has the copyright of a file, and under which licences the file is available. */
interface Information {
  readonly copyright: readonly string[];
  readonly licenses: readonly string[];
}

const listOf = (value: unknown): readonly string[] => (value === undefined ? [] : ([value].flat() as string[]));
const licenseTag = 'SPDX-License-Identifier';
const copyrightTag = 'SPDX-FileCopyrightText';

/** Reads the tables of a `REUSE.toml`. @throws Error if it is not valid, or of another version than 1 */
function tablesOf(text: string): readonly Table[] {
  const { version, annotations } = parseToml(text) as { version?: unknown; annotations?: readonly Record<string, unknown>[] };
  if (version !== 1) throw new Error('REUSE.toml has no version 1');
  return (annotations ?? []).map((table) => ({
    paths: listOf(table['path']),
    precedence: String(table['precedence'] ?? 'closest'),
    copyright: listOf(table[copyrightTag]),
    licenses: listOf(table[licenseTag])
  }));
}

/** Returns a pattern for a path with `*` (everything but a slash), `**` (everything), and a backslash that escapes the next character. */
function patternOf(path: string): RegExp {
  const parts = path.match(/\*\*|\*|\\.|[^*\\]/gs) ?? [];
  const sourceOf = (part: string): string => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part.slice(-1).replace(/[$()*+.?[\\\]^{|}-]/, '\\$&');
  };
  return new RegExp(`^${parts.map(sourceOf).join('')}$`, 's');
}

/** Whether a file needs information: it is not a licence text, the information of another file, or the list itself. */
const isCovered = (path: string): boolean => !/^LICENSES\/|(?:^|\/)(?:LICENSE|COPYING)(?:\.[^/]*)?$|\.license$|\.spdx(?:\.|$)/.test(path);

/** Returns what the header of a text says, without the parts between `REUSE-IgnoreStart` and `REUSE-IgnoreEnd`. */
function headerOf(text: string): Information {
  const read = text.replace(/REUSE-IgnoreStart(?:(?!REUSE-IgnoreEnd)[^])*/g, '');
  const valuesOf = (tag: string): string[] =>
    [...read.matchAll(new RegExp(`${tag}:[ \\t]*([^\\r\\n]*)`, 'g'))].map(([, value = '']) => value.replace(/(?:\*\/|-->)\s*$/, '').trim());
  return { copyright: valuesOf(copyrightTag), licenses: valuesOf(licenseTag) };
}

/** Returns the information of a file, from its header, from the file `NAME.license`, and from the last table that matches it. */
function informationOf(path: string, { files }: Project, tables: readonly Table[]): Information {
  const header = headerOf(files[`${path}.license`] ?? files[path] ?? '');
  const table = tables.findLast(({ paths }) => paths.some((each) => patternOf(each).test(path)));
  if (!table) return header;
  if (table.precedence === 'override') return table;
  const combine = (inFile: readonly string[], inTable: readonly string[]): readonly string[] => {
    if (table.precedence === 'aggregate') return [...inFile, ...inTable];
    return inFile.length > 0 ? inFile : inTable;
  };
  return { copyright: combine(header.copyright, table.copyright), licenses: combine(header.licenses, table.licenses) };
}

/** Returns the licences and exceptions in an expression. @throws Error if it is not a valid SPDX expression */
function licensesIn(expression: string): readonly string[] {
  const namesIn = (node: LicenseExpression): readonly string[] => {
    if ('conjunction' in node) return [...namesIn(node.left), ...namesIn(node.right)];
    return 'exception' in node && node.exception ? [node.license, node.exception] : [node.license];
  };
  return namesIn(parseExpression(expression));
}

/** Returns what is wrong with the information of one file. */
function problemsOfFile(path: string, { copyright, licenses }: Information): readonly string[] {
  const distinct = [...new Set(licenses)];
  if (copyright.length === 0) return [`${path} has no copyright notice`];
  if (distinct.length === 0) return [`${path} has no licence`];
  return distinct.length > 1 ? [`${path} has contradictory licences: ${distinct.join('; ')}`] : [];
}

/**
 * Returns what a project lacks of the REUSE specification 3.3, as one sentence each. Stricter than it, a file has one expression, and a path
 * without a wildcard is that of a file.
 */
export function lintReuse(project: Project): readonly string[] {
  const tables = tablesOf(project.reuse);
  const paths = Object.keys(project.files);
  const covered = paths.filter(isCovered).map((path) => ({ path, information: informationOf(path, project, tables) }));
  const expressions = [...new Set(covered.flatMap(({ information }) => information.licenses))];
  const invalid: string[] = [];
  const used = new Set<string>();
  for (const expression of expressions) {
    try {
      for (const name of licensesIn(expression)) used.add(name);
    } catch {
      invalid.push(`"${expression}" is not an SPDX expression`);
    }
  }
  const texts = paths.filter((path) => path.startsWith('LICENSES/')).map((path) => path.slice('LICENSES/'.length));
  const named = texts.map((name) => name.replace(/\.txt$/, ''));
  const precedences = tables.filter(({ precedence }) => !['closest', 'aggregate', 'override'].includes(precedence));
  const stale = tables.flatMap((table) => table.paths).filter((path) => !path.includes('*') && !paths.includes(path));
  return [
    ...covered.flatMap(({ path, information }) => problemsOfFile(path, information)),
    ...invalid,
    ...[...used].filter((name) => !named.includes(name)).map((name) => `LICENSES/${name}.txt is missing`),
    ...named.filter((name) => !used.has(name)).map((name) => `LICENSES has ${name}, under which no file is`),
    ...precedences.map(({ precedence }) => `"${precedence}" is not a precedence`),
    ...stale.map((path) => `REUSE.toml names ${path}, which does not exist`)
  ];
}
