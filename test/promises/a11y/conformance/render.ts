import { clause7 } from './en301549.js';
import { linkTo, verdictOf, type HasFailed, type Row } from './row.js';
import { operable } from './wcag-operable.js';
import { perceivable } from './wcag-perceivable.js';
import { tests, type TestName } from './tests.js';
import { understandable } from './wcag-robust.js';

export const parts: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  { title: 'WCAG 2.2, levels A and AA', rows: [...perceivable, ...operable, ...understandable] },
  { title: 'EN 301 549 V3.2.1, clause 7: video', rows: clause7 }
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function rowOf(row: Row, fails: HasFailed): string {
  const verdict = verdictOf(row, fails);
  const remarks = [
    row.notApplicable,
    (row.unmet ?? row.hole) ? `**Hole:** ${row.unmet ?? row.hole}` : undefined,
    ...(row.shownBy ?? []).map(linkTo)
  ];
  return line([row.clause, row.title, ...(row.level ? [row.level] : ['']), verdict, remarks.filter(Boolean).join('<br>')]);
}

function tableOf({ title, rows }: (typeof parts)[number], fails: HasFailed): string {
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

const introduction = (fails: HasFailed): string => {
  const names = Object.keys(tests) as TestName[];
  return `# Accessibility

The conformance of the interface. \`npm run conformance\` writes this file from the results of the tests that it names. In their last run,
${names.filter((name) => !fails(name)).length} of ${names.length} passed, in Chromium. "Supports" means that every test of the row passed; "Partially supports", "Does not support" and "Not
shown" name the hole. The player has not been tested with a screen reader yet, nor by people who depend on one: this is evidence, not a
certificate.

axe checks every state of the interface in English, and the states with text in German, Greek and Arabic as well; \`npm run test:access\`
checks all states in all four languages.
`;
};

/** Returns the text of ACCESSIBILITY.md. */
export const render = (fails: HasFailed): string =>
  `${[introduction(fails), ...parts.map((part) => `${tableOf(part, fails)}\n`)].join('\n')}`;
