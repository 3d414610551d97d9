import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';
import type { CastProblem, CastStatus } from './feature-context.js';

export interface CastState {
  /** Whether to show a Cast button: the publisher opted in, and Cast seems possible, judged without any request to a third party. */
  readonly offered: boolean;
  /** Whether to show an AirPlay button, by the same rule. */
  readonly airplayOffered: boolean;
  readonly status: CastStatus;
  /** The receiver's name as text; empty when it has none. */
  readonly device: string;
  /** Why the last attempt failed or ended, or null. */
  readonly problem: CastProblem | null;
}

export interface CastCommands {
  /** Asks the viewer for consent, lets them choose a receiver and plays there. */
  start(): Promise<void>;
  /** Like `start`, with AirPlay's own picker. */
  startAirplay(): Promise<void>;
  /** Returns playback to this page. */
  stop(): void;
  /** Withdraws consent: ends playback on the receiver and removes Google's script. */
  withdraw(): void;
}

/** Plays on a receiver. While one is connected, the commands of playback, time, volume, audio and captions act on it. */
export const cast = feature<CastState, CastCommands>({
  initial: { offered: false, airplayOffered: false, status: 'off', device: '', problem: null },
  setup({ casting, signal }, set) {
    const sync = () => {
      const { offered, airplayOffered, status, device, problem } = casting;
      set({ offered, airplayOffered, status, device, problem });
    };
    listen(casting, 'change', sync, signal);
    sync();
    return {
      start: () => casting.start(),
      startAirplay: () => casting.startAirplay(),
      stop: () => casting.stop(),
      withdraw: () => casting.withdraw()
    };
  }
});
