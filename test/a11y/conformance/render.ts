import { clause7 } from './en301549.js';
import { linkTo, verdictOf, type Failing, type Row } from './row.js';
import { operable } from './wcag-operable.js';
import { perceivable } from './wcag-perceivable.js';
import { tests, type TestName } from './tests.js';
import { understandable } from './wcag-robust.js';

export const parts: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  { title: 'WCAG 2.2, levels A and AA', rows: [...perceivable, ...operable, ...understandable] },
  { title: 'EN 301 549 V3.2.1, clause 7: video', rows: clause7 }
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function rowOf(row: Row, fails: Failing): string {
  const verdict = verdictOf(row, fails);
  const remarks = [
    row.notApplicable,
    (row.unmet ?? row.hole) ? `**Hole:** ${row.unmet ?? row.hole}` : undefined,
    ...(row.shownBy ?? []).map(linkTo)
  ];
  return line([row.clause, row.title, ...(row.level ? [row.level] : ['']), verdict, remarks.filter(Boolean).join('<br>')]);
}

function tableOf({ title, rows }: (typeof parts)[number], fails: Failing): string {
  const verdicts = rows.map((row) => verdictOf(row, fails));
  const sum = [...new Set(verdicts)].map((verdict) => `${verdict.toLowerCase()}: ${verdicts.filter((other) => other === verdict).length}`);
  return [
    `## ${title}`,
    '',
    `${rows.length} requirements; ${sum.join(', ')}.`,
    '',
    line(['', 'requirement', 'level', 'result', 'shown by']),
    line(['---', '---', '---', '---', '---']),
    ...rows.map((row) => rowOf(row, fails))
  ].join('\n');
}

const head = (fails: Failing): string => {
  const names = Object.keys(tests) as TestName[];
  return `# Accessibility

The conformance of the interface, written by \`npm run conformance\` from the results of the tests it names. In their last run,
${names.filter((name) => !fails(name)).length} of ${names.length} passed, in Chromium. "Supports" means that every test of the row did; "Partially supports", "Does not support" and "Not shown" name
the hole. No screen reader has been listened to yet, and nobody who depends on one has tried the player: this is evidence, not a certificate.

Every state of the interface is shown to axe in English, and those with words in German, Greek and Arabic as well; \`npm run test:access\`
shows all to it in all four.
`;
};

/** The whole of ACCESSIBILITY.md. */
export const render = (fails: Failing): string => `${[head(fails), ...parts.map((part) => `${tableOf(part, fails)}\n`)].join('\n')}`;
