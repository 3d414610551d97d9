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
  /** The demand of the reliability plan, printed beside what was seen: report or stall, and time from `off` to moving again. */
  readonly demand: string;
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
  readonly stall: number;
  /** Seconds from the end of the fault to the end of the last stall; NaN without a fault that ends. */
  readonly back: number;
  /** Longest time the main thread was busy without a break, in milliseconds. */
  readonly blocked: number;
  /** Requests a second that met the fault, from the first to the last; the server's count. */
  readonly storm: number;
  readonly troubles: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

export const passed = ({ must }: Scenario, { verdict, problems }: Outcome): boolean =>
  problems.length === 0 && (verdict === must || (must === 'either' && (verdict === 'plays' || verdict === 'reports')));
