/** The style sheet of the report: system fonts, no images, and two colours that have enough contrast (WCAG AA) and can be printed. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #16202b; --soft: #55606c; --line: #d5dbe1; --paper: #fff; --clean: #0b6b3a; --found: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #a5b0bb; --line: #36414c; --paper: #12181f; --clean: #6ddba0; --found: #ffb38a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 2rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { margin: 0 0 1.25rem; max-width: 46rem; font-size: 1.6rem; line-height: 1.3; text-wrap: pretty; overflow-wrap: anywhere; border-inline-start: .3rem solid; padding-inline-start: 1rem; }
h1.clean { border-color: var(--clean); }
h1.found { border-color: var(--found); }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.1rem; }
.kind, .note, dt { color: var(--soft); }
.kind { margin: 0 0 .5rem; }
.note { margin: 0 0 .75rem; max-width: 46rem; font-size: .9rem; }
dl { display: grid; gap: .25rem; margin: 0; }
dl div { display: flex; gap: 1rem; }
dt { flex: 0 0 6rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th { text-align: start; font-weight: 600; white-space: nowrap; }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; min-width: 4rem; }
.number { text-align: end; white-space: nowrap; padding-inline-end: 1.5rem; }
li { max-width: 46rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --clean: #000; --found: #000; }
  @page { margin: 15mm; size: A4 landscape; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .table { overflow: visible; }
  table { font-size: 8pt; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
