import { limitSections } from './limits.js';
import type { Report } from './report.js';
import { evidenceTables, hostTable, type Table } from './table.js';

/** Replaces characters that a terminal would interpret as a command, or that would end a line. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}|\p{Cf}/gu, '\uFFFD');

function textTable({ title, head, numbers = [], rows, emptyText }: Table): string {
  if (!rows.length) return `${title}: ${emptyText.charAt(0).toLowerCase()}${emptyText.slice(1)}`;
  const cells = [head, ...rows].map((row) => row.map((cell) => printable(cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (numbers.includes(head[column] ?? '') ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [title, ...cells.map((row) => `  ${line(row)}`)].join('\n');
}

/** Formats a report for a terminal: the verdict, the hosts, the evidence, the limits. */
export function textReport(report: Report): string {
  const { page, startedAt, browser, tool } = report;
  return [
    printable(report.verdict.sentence),
    [page.url, [startedAt, browser, tool].join(', ')].map(printable).join('\n'),
    ...[hostTable(report), ...evidenceTables(report)].map(textTable),
    ...limitSections(report).map(([title, items]) => [title, ...items.map((item) => `  - ${item}`)].join('\n'))
  ].join('\n\n');
}
