/** Returns a Markdown table without the columns that are empty in every row. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = headings.map((_, column) => column).filter((column) => rows.some((row) => row[column]));
  const line = (cells: readonly string[]) => `| ${columns.map((column) => cells[column] ?? '').join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Escapes what would end a cell or begin markup. Text in backticks stays as it is, except for the end of a cell. */
export const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('')
    .replaceAll('|', '\\|');

export const code = (text: string | undefined): string => (text ? cell(`\`${text}\``) : '');
