import { exceededLimits, hasRequiredOutcome, meetsAllLimits, type Limits, type Outcome, type Scenario, type Subject } from './scenario.js';

/** Whether there is a measurement. A missing one is NaN, or null after it has been through JSON. */
const isMeasured = (value: number | null): value is number => value !== null && !Number.isNaN(value);

const seconds = (value: number | null): string => (isMeasured(value) ? value.toFixed(1) : '');

/** Returns one cell: the verdict, and the measurements that the limits of the row are about. */
function cell(scenario: Scenario, outcome: Outcome | undefined): string {
  if (!outcome) return '–';
  const { verdict, code, errorSeconds, stallSeconds, resumeSeconds, blockedMs } = outcome;
  const mark = meetsAllLimits(scenario, outcome) ? '✔' : verdict === 'hung' ? '☠' : hasRequiredOutcome(scenario, outcome) ? '◷' : '✘';
  if (exceededLimits(scenario, outcome).some((limit) => limit.startsWith('blockedSeconds')))
    return `${mark} blocked ${seconds(blockedMs / 1000)}`;
  if (verdict === 'reports') return `${mark} ${code} ${seconds(errorSeconds)}`;
  return `${mark} ${verdict} ${seconds(stallSeconds)}${isMeasured(resumeSeconds) ? `/${seconds(resumeSeconds)}` : ''}`;
}

const limitTexts: Readonly<Record<keyof Limits, string>> = {
  errorSeconds: 'error ≤ # s',
  firstFrameSeconds: 'plays ≤ # s',
  stallSeconds: 'stall ≤ # s',
  resumeSeconds: 'resumes ≤ # s',
  blockedSeconds: 'blocked ≤ # s',
  requestsPerSecond: '≤ # requests/s'
};

/** Returns the required outcome of a scenario with its limits. */
const requirementOf = ({ must, limits = {} }: Scenario): string =>
  [must, ...Object.entries(limits).map(([name, maximum]) => limitTexts[name as keyof Limits].replace('#', String(maximum)))].join(', ');

/**
 * Returns the table of a run, with a row for each scenario and a column for each subject: the seconds until the error, or the seconds of
 * all stalls / until playback resumed.
 */
export function renderTable(scenarios: readonly Scenario[], subjects: readonly Subject[], outcomes: readonly Outcome[]): string {
  const find = (scenario: Scenario, subject: Subject) =>
    outcomes.find((outcome) => outcome.scenario === scenario.name && outcome.subject === subject);
  const testedScenarios = scenarios.filter((scenario) => subjects.some((subject) => find(scenario, subject)));
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = testedScenarios.map((scenario) =>
    row([scenario.name, ...subjects.map((subject) => cell(scenario, find(scenario, subject))), requirementOf(scenario)])
  );
  const totals = subjects.map((subject) => {
    const results = testedScenarios.map((scenario) => [scenario, find(scenario, subject)] as const).filter(([, outcome]) => outcome);
    const survived = results.filter(([scenario, outcome]) => hasRequiredOutcome(scenario, outcome!)).length;
    const inTime = results.filter(([scenario, outcome]) => meetsAllLimits(scenario, outcome!)).length;
    const silent = results.filter(([, outcome]) => outcome!.verdict === 'silent').length;
    const hung = results.filter(([, outcome]) => outcome!.verdict === 'hung').length;
    return `${survived}/${results.length}, ${inTime} in time, ${silent} silent, ${hung} hung`;
  });
  const head = [row(['scenario', ...subjects, 'required']), row(['---', ...subjects.map(() => '---'), '---'])];
  return [...head, ...rows, row(['**survived**', ...totals, ''])].join('\n');
}
