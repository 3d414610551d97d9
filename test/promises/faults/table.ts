import { exceeded, passed, survived, type Limits, type Outcome, type Scenario, type Subject } from './scenario.js';

/** A missing measurement is NaN, or null after it has been through JSON. */
const known = (value: number | null): value is number => value !== null && !Number.isNaN(value);

const seconds = (value: number | null): string => (known(value) ? value.toFixed(1) : '');

/** One cell: the verdict, and the figures of the row's limits. */
function cell(scenario: Scenario, outcome: Outcome | undefined): string {
  if (!outcome) return '–';
  const { verdict, code, reported, stall, back } = outcome;
  const mark = passed(scenario, outcome) ? '✔' : verdict === 'hung' ? '☠' : survived(scenario, outcome) ? '◷' : '✘';
  if (exceeded(scenario, outcome).some((limit) => limit.startsWith('blocked'))) return `${mark} blocked ${seconds(outcome.blocked / 1000)}`;
  if (verdict === 'reports') return `${mark} ${code} ${seconds(reported)}`;
  return `${mark} ${verdict} ${seconds(stall)}${known(back) ? `/${seconds(back)}` : ''}`;
}

const words: Readonly<Record<keyof Limits, string>> = {
  report: 'error ≤ # s',
  first: 'plays ≤ # s',
  stall: 'stall ≤ # s',
  back: 'back ≤ # s',
  blocked: 'blocked ≤ # s',
  storm: '≤ # requests/s'
};

const demandOf = ({ must, within = {} }: Scenario): string =>
  [must, ...Object.entries(within).map(([limit, most]) => words[limit as keyof Limits].replace('#', String(most)))].join(', ');

/**
 * The table of a run: a row a scenario, a column a subject; `report` or `stall`/`back` in seconds, and the recovery steps of the player.
 */
export function renderTable(scenarios: readonly Scenario[], subjects: readonly Subject[], outcomes: readonly Outcome[]): string {
  const find = (scenario: Scenario, subject: Subject) =>
    outcomes.find((outcome) => outcome.scenario === scenario.name && outcome.subject === subject);
  const ran = scenarios.filter((scenario) => subjects.some((subject) => find(scenario, subject)));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = ran.map((scenario) =>
    row([scenario.name, ...subjects.map((subject) => cell(scenario, find(scenario, subject))), demandOf(scenario)])
  );
  const totals = subjects.map((subject) => {
    const results = ran.map((scenario) => [scenario, find(scenario, subject)] as const).filter(([, outcome]) => outcome);
    const good = results.filter(([scenario, outcome]) => survived(scenario, outcome!)).length;
    const kept = results.filter(([scenario, outcome]) => passed(scenario, outcome!)).length;
    const silent = results.filter(([, outcome]) => outcome!.verdict === 'silent').length;
    const hung = results.filter(([, outcome]) => outcome!.verdict === 'hung').length;
    return `${good}/${results.length}, ${kept} in time, ${silent} silent, ${hung} hung`;
  });
  const head = [row(['scenario', ...subjects, 'demand']), row(['---', ...subjects.map(() => '---'), '---'])];
  return [...head, ...lines, row(['**survived**', ...totals, ''])].join('\n');
}
