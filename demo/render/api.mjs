import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escape } from './escape.mjs';

/**
 * The part of a declaration in `custom-elements.json` that the page shows
 * (https://github.com/webcomponents/custom-elements-manifest, schema 2.1.0).
 * @typedef {{ name?: string, description?: string, summary?: string, default?: string, type?: { text: string }, kind?: string,
 *   privacy?: string, static?: boolean, fieldName?: string, reflects?: boolean, readonly?: boolean,
 *   parameters?: { name: string, type?: { text: string }, optional?: boolean }[], return?: { type?: { text: string } } }} Entry
 * @typedef {{ kind: string, tagName?: string, name: string, description?: string, attributes?: Entry[], members?: Entry[],
 *   events?: Entry[], slots?: Entry[], cssParts?: Entry[], cssProperties?: Entry[], cssStates?: Entry[] }} Declaration
 */

/** Maximum number of characters of a type that are shown. */
const maxTypeLength = 70;

/** @param {string | undefined} text */
const codeHtml = (text) => (text ? `<code>${escape(text)}</code>` : '');

/** Formats a description; text in backticks becomes code. @param {string | undefined} text */
const descriptionHtml = (text = '') => escape(text.trim()).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Returns the signature of a method; empty if the manifest does not contain it. @param {Entry} method */
const signature = ({ name, parameters, return: returnValue }) =>
  parameters
    ? `${name}(${parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type?.text ?? 'unknown'}`).join(', ')})${returnValue?.type ? `: ${returnValue.type.text}` : ''}`
    : '';

/** Formats a type so that it fits a column. Long types are cut; the package's declarations contain them. @param {Entry} entry */
const typeHtml = ({ type }) => codeHtml(type && type.text.length > maxTypeLength ? `${type.text.slice(0, maxTypeLength)}…` : type?.text);

/** Whether a member is public: not static, private or protected, and without `_` or `#` in front. @param {Entry} member */
const isPublic = ({ name = '', privacy, static: isStatic }) => !/^[_#]/.test(name) && (privacy ?? 'public') === 'public' && !isStatic;

/** Returns the anchor of a row, so that pages can link to each name. @param {string} group @param {string} name */
const anchor = (group, name) => `${group}-${name.replace(/[^\w-]+/g, '') || 'default'}`;

/**
 * Returns a table under a heading, without the columns that are empty in every row. If only the names are left, returns a list.
 * @param {string} group @param {string} title @param {readonly string[]} headings
 * @param {readonly { name: string, cells: readonly string[] }[]} rows
 */
function table(group, title, headings, rows) {
  if (rows.length === 0) return '';
  const shownColumns = headings.map((_, column) => column).filter((column) => rows.some(({ cells }) => cells[column]));
  const heading = `<h2 id="${group}">${title} <small>${rows.length}</small></h2>`;
  const idOf = (/** @type {string} */ name) => escape(anchor(group, name));
  if (shownColumns.length === 1) {
    const items = rows.map(({ name, cells }) => `<li id="${idOf(name)}">${cells[0]}</li>`);
    return `<section aria-labelledby="${group}">${heading}<ul class="names">${items.join('')}</ul></section>`;
  }
  const lines = rows.map(
    ({ name, cells }) => `<tr id="${idOf(name)}">${shownColumns.map((column) => `<td>${cells[column]}</td>`).join('')}</tr>`
  );
  return `<section aria-labelledby="${group}">${heading}
<div class="wide" tabindex="0" role="group" aria-labelledby="${group}"><table class="names">
<thead><tr>${shownColumns.map((column) => `<th scope="col">${headings[column]}</th>`).join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table></div></section>`;
}

/** @param {Entry[]} [entries] @param {(entry: Entry) => string[]} [cells] */
const rowsOf = (entries = [], cells = (entry) => [typeHtml(entry), descriptionHtml(entry.description)]) =>
  entries.map((entry) => ({ name: entry.name ?? '', cells: [codeHtml(entry.name || '(default)'), ...cells(entry)] }));

/** Returns the reference of one element as HTML. @param {Declaration} element */
export function referenceOf({ tagName, description, attributes, members = [], events, slots, cssParts, cssProperties, cssStates }) {
  const publicMembers = members.filter(isPublic);
  const valueCells = (/** @type {Entry} */ entry) => [typeHtml(entry), codeHtml(entry.default), descriptionHtml(entry.description)];
  return `<p>${codeHtml(`<${tagName}>`)} ${descriptionHtml(description)}</p>
${table('attributes', 'Attributes', ['Name', 'Values', 'Default', 'Meaning'], rowsOf(attributes, valueCells))}
${table(
  'properties',
  'Properties',
  ['Name', 'Type', 'Default', 'Meaning'],
  rowsOf(
    publicMembers.filter(({ kind }) => kind === 'field'),
    valueCells
  )
)}
${table(
  'methods',
  'Methods',
  ['Name', 'Signature', 'Meaning'],
  rowsOf(
    publicMembers.filter(({ kind }) => kind === 'method'),
    (entry) => [codeHtml(signature(entry)), descriptionHtml(entry.description)]
  )
)}
${table('events', 'Events', ['Name', 'Type', 'When'], rowsOf(events))}
${table(
  'slots',
  'Slots',
  ['Name', 'Where'],
  rowsOf(slots, (entry) => [descriptionHtml(entry.description)])
)}
${table(
  'parts',
  'Parts',
  ['Name', 'What'],
  rowsOf(cssParts, (entry) => [descriptionHtml(entry.description)])
)}
${table(
  'custom-properties',
  'Custom properties',
  ['Name', 'Default', 'Meaning'],
  rowsOf(cssProperties, (entry) => [codeHtml(entry.default), descriptionHtml(entry.description)])
)}
${table(
  'states',
  'States',
  ['Name', 'When'],
  rowsOf(cssStates, (entry) => [descriptionHtml(entry.description)])
)}`;
}

/** Returns the reference as HTML, generated from `custom-elements.json`; a note if the file does not exist. @param {string} root */
export async function apiReference(root) {
  const text = await readFile(join(root, 'dist/custom-elements.json'), 'utf8').catch(() => undefined);
  if (!text)
    return '<p><code>custom-elements.json</code>, from which this page is generated, has not been built yet: <code>npm run build</code>.</p>';
  /** @type {{ modules: { declarations?: Declaration[] }[] }} */
  const { modules } = JSON.parse(text);
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'jet-player');
  return element ? referenceOf(element) : '<p><code>custom-elements.json</code> does not describe the player.</p>';
}
