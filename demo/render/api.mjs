import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escape } from './escape.mjs';

/**
 * As much of a declaration of `custom-elements.json` as the page shows
 * (https://github.com/webcomponents/custom-elements-manifest, schema 2.1.0).
 * @typedef {{ name?: string, description?: string, summary?: string, default?: string, type?: { text: string }, kind?: string,
 *   privacy?: string, static?: boolean, fieldName?: string, reflects?: boolean, readonly?: boolean,
 *   parameters?: { name: string, type?: { text: string }, optional?: boolean }[], return?: { type?: { text: string } } }} Entry
 * @typedef {{ kind: string, tagName?: string, name: string, description?: string, attributes?: Entry[], members?: Entry[],
 *   events?: Entry[], slots?: Entry[], cssParts?: Entry[], cssProperties?: Entry[], cssStates?: Entry[] }} Declaration
 */

/** Characters of a type that are shown. */
const longest = 70;

/** @param {string | undefined} text */
const code = (text) => (text ? `<code>${escape(text)}</code>` : '');

/** A description, with the code in it as code. @param {string | undefined} text */
const prose = (text = '') => escape(text.trim()).replace(/`([^`]+)`/g, '<code>$1</code>');

/** How a method is called, where the manifest says it. @param {Entry} method */
const signature = ({ name, parameters, return: returned }) =>
  parameters
    ? `${name}(${parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type?.text ?? 'unknown'}`).join(', ')})${returned?.type ? `: ${returned.type.text}` : ''}`
    : '';

/** A type that fits a column; the whole of a long one is in the types of the package. @param {Entry} entry */
const typeOf = ({ type }) => code(type && type.text.length > longest ? `${type.text.slice(0, longest)}…` : type?.text);

/** What has its place in public: no underscore, no `#`, nothing protected. @param {Entry} member */
const isPublic = ({ name = '', privacy, static: fixed }) => !/^[_#]/.test(name) && (privacy ?? 'public') === 'public' && !fixed;

/** A row's anchor, so that each name can be linked to. @param {string} group @param {string} name */
const anchor = (group, name) => `${group}-${name.replace(/[^\w-]+/g, '') || 'default'}`;

/**
 * A table under a heading, without the columns that are empty in every row; a list where only the names are left.
 * @param {string} group @param {string} title @param {readonly string[]} heads
 * @param {readonly { name: string, cells: readonly string[] }[]} rows
 */
function table(group, title, heads, rows) {
  if (rows.length === 0) return '';
  const kept = heads.map((_, column) => column).filter((column) => rows.some(({ cells }) => cells[column]));
  const heading = `<h2 id="${group}">${title} <small>${rows.length}</small></h2>`;
  const idOf = (/** @type {string} */ name) => escape(anchor(group, name));
  if (kept.length === 1) {
    const items = rows.map(({ name, cells }) => `<li id="${idOf(name)}">${cells[0]}</li>`);
    return `<section aria-labelledby="${group}">${heading}<ul class="names">${items.join('')}</ul></section>`;
  }
  const lines = rows.map(({ name, cells }) => `<tr id="${idOf(name)}">${kept.map((column) => `<td>${cells[column]}</td>`).join('')}</tr>`);
  return `<section aria-labelledby="${group}">${heading}
<div class="wide" tabindex="0" role="group" aria-labelledby="${group}"><table class="names">
<thead><tr>${kept.map((column) => `<th scope="col">${heads[column]}</th>`).join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table></div></section>`;
}

/** @param {Entry[]} [entries] @param {(entry: Entry) => string[]} [cells] */
const rowsOf = (entries = [], cells = (entry) => [typeOf(entry), prose(entry.description)]) =>
  entries.map((entry) => ({ name: entry.name ?? '', cells: [code(entry.name || '(default)'), ...cells(entry)] }));

/** The reference of one element. @param {Declaration} element */
export function referenceOf({ tagName, description, attributes, members = [], events, slots, cssParts, cssProperties, cssStates }) {
  const seen = members.filter(isPublic);
  const valued = (/** @type {Entry} */ entry) => [typeOf(entry), code(entry.default), prose(entry.description)];
  return `<p>${code(`<${tagName}>`)} ${prose(description)}</p>
${table('attributes', 'Attributes', ['Name', 'Values', 'Default', 'Meaning'], rowsOf(attributes, valued))}
${table(
  'properties',
  'Properties',
  ['Name', 'Type', 'Default', 'Meaning'],
  rowsOf(
    seen.filter(({ kind }) => kind === 'field'),
    valued
  )
)}
${table(
  'methods',
  'Methods',
  ['Name', 'Signature', 'Meaning'],
  rowsOf(
    seen.filter(({ kind }) => kind === 'method'),
    (entry) => [code(signature(entry)), prose(entry.description)]
  )
)}
${table('events', 'Events', ['Name', 'Type', 'When'], rowsOf(events))}
${table(
  'slots',
  'Slots',
  ['Name', 'Where'],
  rowsOf(slots, (entry) => [prose(entry.description)])
)}
${table(
  'parts',
  'Parts',
  ['Name', 'What'],
  rowsOf(cssParts, (entry) => [prose(entry.description)])
)}
${table(
  'custom-properties',
  'Custom properties',
  ['Name', 'Default', 'Meaning'],
  rowsOf(cssProperties, (entry) => [code(entry.default), prose(entry.description)])
)}
${table(
  'states',
  'States',
  ['Name', 'When'],
  rowsOf(cssStates, (entry) => [prose(entry.description)])
)}`;
}

/** The reference as HTML, made from `custom-elements.json`; it says so where the file is not there. @param {string} root */
export async function apiReference(root) {
  const text = await readFile(join(root, 'dist/custom-elements.json'), 'utf8').catch(() => undefined);
  if (!text)
    return '<p><code>custom-elements.json</code>, from which this page is made, has not been built: <code>npm run build</code>.</p>';
  /** @type {{ modules: { declarations?: Declaration[] }[] }} */
  const { modules } = JSON.parse(text);
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'jet-player');
  return element ? referenceOf(element) : '<p><code>custom-elements.json</code> does not describe the player.</p>';
}
