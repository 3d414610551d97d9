import { constructs } from './constructs/index.js';
import type { Findings } from './findings.js';
import { readHls } from './hls-reading.js';
import type { Variables } from './hls-variables.js';
import { rowsByName } from './rows-by-name.js';

const rows = rowsByName(constructs.hls, ({ tags }) => tags);

/** Finds the hosts and constructs of an HLS playlist, multivariant or media. */
export function inspectHls(text: string, manifestUrl: URL, imported: Variables, findings: Findings): void {
  for (const item of readHls(text, manifestUrl, imported)) {
    for (const row of item.alsoInFirstReading ? [] : (rows.get(item.tag) ?? [])) findings.addRow(row, row.references(item));
  }
}
