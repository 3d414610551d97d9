/** The subject of a run: the player, or a bare engine for comparison. */
export type Subject = 'jet:hls' | 'jet:dash' | 'hls.js' | 'dash.js';

/** An action during a scenario. */
export type Step =
  /** Waits until this number of seconds has been played. */
  | { readonly played: number }
  /** Turns the run's fault on, or off. */
  | { readonly turn: 'on' | 'off' }
  | { readonly wait: number }
  | { readonly seek: number }
  | { readonly do: 'pause' | 'play' | 'offline' | 'online' };

/**
 * Seconds, at most, except for `storm`. They follow from the medium, the buffer and the length of the fault, on a machine that plays the
 * video in real time.
 */
export interface Limits {
  /** Until the error is shown. */
  readonly report?: number;
  /** Until the first frame. */
  readonly first?: number;
  /** Total stall time. */
  readonly stall?: number;
  /** From the end of the fault to the end of the last stall. */
  readonly back?: number;
  /** The longest time in which the page is blocked. */
  readonly blocked?: number;
  /** Maximum number of requests a second to the server while it fails all of them. */
  readonly storm?: number;
}

/** One row of the matrix: the fault, the actions meanwhile, and the required outcome. Times are in seconds. */
export interface Scenario {
  readonly name: string;
  /** A name in `fault-plans.mjs`. */
  readonly plan: string;
  readonly live?: boolean;
  readonly steps?: readonly Step[];
  /** `plays`: playback continues; `reports`: an error is shown; `either`: one of the two, but not silence. */
  readonly must: 'plays' | 'reports' | 'either';
  /** The media time that has to be reached; on a live channel, seconds of playback after the last step. */
  readonly to?: number;
  /** No verdict by then is a silent failure. */
  readonly limit: number;
  /** The limits promised to the viewer, printed beside the measurements. */
  readonly within?: Limits;
  /** Part of the short run, `npm run test:wide`. */
  readonly quick?: boolean;
}

/** The outcome of one run. */
export interface Outcome {
  readonly subject: Subject;
  readonly scenario: string;
  readonly verdict: 'plays' | 'reports' | 'silent' | 'hung';
  readonly code: string;
  /** Seconds, of the page's clock: until the error, or the total stall time. */
  readonly reported: number;
  /** Until the first frame. */
  readonly first: number;
  readonly stall: number;
  /** Seconds from the end of the fault to the end of the last stall; NaN without a fault that ends. */
  readonly back: number;
  /** Longest time the main thread was busy without a break, in milliseconds. */
  readonly blocked: number;
  /** Requests a second that met the fault, from the first to the last, as counted by the server. */
  readonly storm: number;
  /** Recovery steps of the player a minute, without repeated requests. */
  readonly actions: number;
  readonly interruptions: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

/** Maximum number of recovery steps a minute, in every scenario; more of them indicate a loop. */
const mostActions = 6;

/** Counted over at least one minute, so that a short interruption may cause as many steps as a long one. */
export function actionsIn(health: Readonly<Record<string, number>>, seconds: number): number {
  const steps = Object.entries(health).filter(([name]) => name !== 'retries');
  return steps.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, seconds / 60);
}

/** The required outcome was reached, regardless of the time. */
export const survived = ({ must }: Scenario, { verdict, problems, actions }: Outcome): boolean =>
  problems.length === 0 &&
  actions <= mostActions &&
  (verdict === must || (must === 'either' && (verdict === 'plays' || verdict === 'reports')));

/** The exceeded limits, as text; a measurement that does not apply to the outcome exceeds none. */
export function exceeded({ within = {} }: Scenario, outcome: Outcome): string[] {
  const { verdict, reported, first, stall, back, blocked, storm } = outcome;
  const plays = verdict === 'plays';
  const seen = { report: plays ? 0 : reported, first, stall: plays ? stall : 0, back: plays ? back : 0, blocked: blocked / 1000, storm };
  return (Object.keys(within) as (keyof Limits)[])
    .filter((limit) => seen[limit] > within[limit]!)
    .map((limit) => `${limit} ${seen[limit].toFixed(1)} > ${within[limit]}`);
}

export const passed = (scenario: Scenario, outcome: Outcome): boolean =>
  survived(scenario, outcome) && exceeded(scenario, outcome).length === 0;
