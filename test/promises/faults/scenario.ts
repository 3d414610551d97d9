/** The subject of a run: the player, or a bare engine for comparison. */
export type Subject = 'jet:hls' | 'jet:dash' | 'hls.js' | 'dash.js';

/** A step of a scenario. */
export type Step =
  /** Waits until this number of seconds has been played since the source was set. */
  | { readonly playSeconds: number }
  /** Turns the fault of the run on or off. */
  | { readonly turnFault: 'on' | 'off' }
  | { readonly waitSeconds: number }
  /** Seeks to a time in seconds. */
  | { readonly seekTo: number }
  | { readonly do: 'pause' | 'play' | 'offline' | 'online' };

/**
 * The maximum of each measurement. The limits follow from the medium, the buffer and the length of the fault, on a machine that plays the
 * video in real time.
 */
export interface Limits {
  /** Until the error is shown. */
  readonly errorSeconds?: number;
  /** Until the first frame. */
  readonly firstFrameSeconds?: number;
  /** The sum of all stalls. */
  readonly stallSeconds?: number;
  /** From the end of the fault to the end of the last stall. */
  readonly resumeSeconds?: number;
  /** The longest time in which the page is blocked. */
  readonly blockedSeconds?: number;
  /** The number of requests to the server in a second while it fails all of them. */
  readonly requestsPerSecond?: number;
}

/** One row of the matrix: the fault, the steps while it lasts, and the required outcome. */
export interface Scenario {
  readonly name: string;
  /** A name in `fault-plans.mjs`. */
  readonly plan: string;
  readonly live?: boolean;
  readonly steps?: readonly Step[];
  /** `plays`: playback continues; `reports`: an error is shown; `either`: one of the two, but not silence. */
  readonly must: 'plays' | 'reports' | 'either';
  /** The media time that playback has to reach; on a live channel, the seconds that have to be played after the last step. */
  readonly reachSeconds?: number;
  /** A run that has neither played nor reported an error by then has failed silently. */
  readonly timeoutSeconds: number;
  /** The limits promised to the viewer, printed beside the measurements. */
  readonly limits?: Limits;
  /** Whether the scenario is one of the representative scenarios, which `npm run test:wide` runs. */
  readonly isRepresentative?: boolean;
}

/** The outcome of one run. Times are those of the page's clock; NaN if there is no such time. */
export interface Outcome {
  readonly subject: Subject;
  readonly scenario: string;
  readonly verdict: 'plays' | 'reports' | 'silent' | 'hung';
  readonly code: string;
  /** From the start to the error. */
  readonly errorSeconds: number;
  /** From the start to the first frame. */
  readonly firstFrameSeconds: number;
  /** The sum of all stalls. */
  readonly stallSeconds: number;
  /** From the end of the fault to the end of the last stall; NaN if no fault ends. */
  readonly resumeSeconds: number;
  /** The longest time in which the main thread was busy without a break. */
  readonly blockedMs: number;
  /** The requests a second to which a fault applied, from the first to the last, as counted by the server. */
  readonly requestsPerSecond: number;
  /** The player's recovery steps a minute, without repeated requests. */
  readonly recoveryStepsPerMinute: number;
  readonly interruptions: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

/** Maximum number of recovery steps a minute, in every scenario; more of them indicate a loop. */
const maxRecoveryStepsPerMinute = 6;

/**
 * Returns the recovery steps a minute. Less than a minute counts as one, so that a short interruption may cause as many steps as a long
 * one.
 */
export function countRecoverySteps(health: Readonly<Record<string, number>>, seconds: number): number {
  const steps = Object.entries(health).filter(([name]) => name !== 'retries');
  return steps.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, seconds / 60);
}

/** Whether a run had the required outcome, regardless of the time that it took. */
export const hasRequiredOutcome = ({ must }: Scenario, { verdict, problems, recoveryStepsPerMinute }: Outcome): boolean =>
  problems.length === 0 &&
  recoveryStepsPerMinute <= maxRecoveryStepsPerMinute &&
  (verdict === must || (must === 'either' && (verdict === 'plays' || verdict === 'reports')));

/** Returns the exceeded limits, as text. A measurement that does not apply to the outcome exceeds none. */
export function exceededLimits({ limits = {} }: Scenario, outcome: Outcome): string[] {
  const { verdict, errorSeconds, firstFrameSeconds, stallSeconds, resumeSeconds, blockedMs, requestsPerSecond } = outcome;
  const plays = verdict === 'plays';
  const measurements = {
    errorSeconds: plays ? 0 : errorSeconds,
    firstFrameSeconds,
    stallSeconds: plays ? stallSeconds : 0,
    resumeSeconds: plays ? resumeSeconds : 0,
    blockedSeconds: blockedMs / 1000,
    requestsPerSecond
  };
  return (Object.keys(limits) as (keyof Limits)[])
    .filter((name) => measurements[name] > limits[name]!)
    .map((name) => `${name} ${measurements[name].toFixed(1)} > ${limits[name]}`);
}

/** Whether a run had the required outcome within all limits. */
export const meetsAllLimits = (scenario: Scenario, outcome: Outcome): boolean =>
  hasRequiredOutcome(scenario, outcome) && exceededLimits(scenario, outcome).length === 0;
