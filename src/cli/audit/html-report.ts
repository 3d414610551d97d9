import { createHash } from 'node:crypto';
import { reportStyle } from './html-style.js';
import { limitSections } from './limits.js';
import type { Report } from './report.js';
import { evidenceTables, hostTable, type Table } from './table.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for HTML, between tags or in an attribute value. Every value that an audited page can choose is escaped here. */
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

function htmlTable({ title, note, head, numbers = [], rows, emptyText }: Table): string {
  const kind = (column: number): string => (numbers.includes(head[column] ?? '') ? ' class="number"' : '');
  const heads = head.map((name, column) => `<th scope="col"${kind(column)}>${escapeHtml(name)}</th>`).join('');
  const line = (row: readonly string[]): string =>
    `<tr>${row.map((cell, column) => `<td${kind(column)}>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  const table = `<div class="table" role="region" aria-label="${escapeHtml(title)}" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${rows.map(line).join('')}</tbody></table></div>`;
  return `<section><h2>${escapeHtml(title)}</h2>${note && rows.length ? `<p class="note">${escapeHtml(note)}</p>` : ''}${rows.length ? table : `<p>${escapeHtml(emptyText)}</p>`}</section>`;
}

const htmlList = ([title, items]: readonly [string, readonly string[]]): string =>
  `<section><h2>${escapeHtml(title)}</h2><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul></section>`;

/**
 * Formats a report as one HTML file that loads and runs nothing: its own policy forbids both, and allows its style sheet by hash. The
 * page's title and URLs appear as text only, never as links.
 */
export function htmlReport(report: Report): string {
  const { page, verdict, startedAt, browser, tool } = report;
  const hash = createHash('sha256').update(reportStyle).digest('base64');
  const facts = [
    ['Page', page.url],
    ['Title', page.title || '(none)'],
    ['Visited', `${startedAt.slice(0, 10)} ${startedAt.slice(11, 16)} UTC`],
    ['Browser', browser],
    ['Made with', tool]
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit of ${escapeHtml(page.host)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header><p class="kind">Audit of a web page with video</p>
<h1 class="${verdict.clean ? 'clean' : 'found'}">${escapeHtml(verdict.sentence)}</h1>
<dl>${facts.map(([name = '', value = '']) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl></header>
<main>
${[hostTable(report), ...evidenceTables(report)].map(htmlTable).join('\n')}
${limitSections(report).map(htmlList).join('\n')}
</main>
</body>
</html>
`;
}
