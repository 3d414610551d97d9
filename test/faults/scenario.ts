/** What is played: by the player under test, or by a bare engine beside it. */
export type Subject = 'jet:hls' | 'jet:dash' | 'hls.js' | 'dash.js';

/** Something done during a scenario. */
export type Step =
  /** Waits until the video's time is past so many seconds of playing. */
  | { readonly played: number }
  /** Turns the run's fault on, or off. */
  | { readonly turn: 'on' | 'off' }
  | { readonly wait: number }
  | { readonly seek: number }
  | { readonly do: 'pause' | 'play' | 'offline' | 'online' };

/** Seconds, at most, but for `storm`. They are what the medium, the buffer and the length of the fault allow, on a machine that keeps up with the video. */
export interface Limits {
  /** Until the error is shown. */
  readonly report?: number;
  /** Until the first frame. */
  readonly first?: number;
  /** Stood still in all. */
  readonly stall?: number;
  /** From the end of the fault to the end of the last stall. */
  readonly back?: number;
  /** Without an answer from the page, at a stretch. */
  readonly blocked?: number;
  /** Requests a second that the server has to bear while it fails all of them. */
  readonly storm?: number;
}

/** One row of the matrix: what goes wrong, what is done meanwhile, and what must hold. Times are in seconds. */
export interface Scenario {
  readonly name: string;
  /** A name in `fault-plans.mjs`. */
  readonly plan: string;
  readonly live?: boolean;
  readonly steps?: readonly Step[];
  /** `plays`: it goes on; `reports`: an error is shown; `either`: whichever, but not silence. */
  readonly must: 'plays' | 'reports' | 'either';
  /** The time of the film that has to be reached; on a live channel, seconds of playing after the last step. */
  readonly to?: number;
  /** No verdict by then is a silent failure. */
  readonly limit: number;
  /** What the viewer is owed, and is printed beside what was seen. */
  readonly within?: Limits;
  /** In the short run of `npm test`. */
  readonly quick?: boolean;
}

/** What was seen. */
export interface Outcome {
  readonly subject: Subject;
  readonly scenario: string;
  readonly verdict: 'plays' | 'reports' | 'silent' | 'hung';
  readonly code: string;
  /** Seconds, of the page's clock: until the error, or stood still in all. */
  readonly reported: number;
  /** Until the first frame. */
  readonly first: number;
  readonly stall: number;
  /** Seconds from the end of the fault to the end of the last stall; NaN without a fault that ends. */
  readonly back: number;
  /** Longest time the main thread was busy without a break, in milliseconds. */
  readonly blocked: number;
  /** Requests a second that met the fault, from the first to the last; the server's count. */
  readonly storm: number;
  /** What the player did a minute to go on, requests that were made once more apart. */
  readonly actions: number;
  readonly troubles: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

/** Steps of recovery a minute, in every scenario: who needs more goes round in circles. */
const mostActions = 6;

/** Counted for one minute at least, so that a short trouble may be met with as many steps as a long one. */
export function actionsIn(health: Readonly<Record<string, number>>, seconds: number): number {
  const steps = Object.entries(health).filter(([name]) => name !== 'retries');
  return steps.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, seconds / 60);
}

/** It did what it must, whatever time it took. */
export const survived = ({ must }: Scenario, { verdict, problems, actions }: Outcome): boolean =>
  problems.length === 0 &&
  actions <= mostActions &&
  (verdict === must || (must === 'either' && (verdict === 'plays' || verdict === 'reports')));

/** The limits that were not kept, in words; a figure that does not apply to what happened is kept. */
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
