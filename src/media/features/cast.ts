import { listen } from '../../lib/listen.js';
import type { CastProblem, CastStatus } from '../casting/casting.js';
import { feature } from '../feature.js';

export interface CastState {
  /** There is a button for it: the publisher opted in, and it can work here as far as can be judged without contacting anybody. */
  readonly offered: boolean;
  /** The same for AirPlay. */
  readonly airplayOffered: boolean;
  readonly status: CastStatus;
  /** What the device calls itself; text, empty when it has no name. */
  readonly device: string;
  /** Why nothing came of the last try, or what ended it. */
  readonly problem: CastProblem | null;
}

export interface CastCommands {
  /** Asks the viewer for his yes, then for a device, and plays there. */
  start(): Promise<void>;
  /** The same, with AirPlay's own picker. */
  startAirplay(): Promise<void>;
  /** Comes back to this page. */
  stop(): void;
  /** Takes the yes back: ends the playing elsewhere and takes Google's script away. */
  withdraw(): void;
}

/** Playing on another device. While one is connected, the commands of playback, time, volume, sound and captions are its own. */
export const cast = feature<CastState, CastCommands>({
  initial: { offered: false, airplayOffered: false, status: 'off', device: '', problem: null },
  attach({ casting, signal }, set) {
    const sync = () => {
      const { offered, airplayOffered, status, device, problem } = casting;
      set({ offered, airplayOffered, status, device, problem });
    };
    listen(casting, 'change', sync, signal);
    sync();
  },
  commands: ({ casting }) => ({
    start: () => casting.start(),
    startAirplay: () => casting.startAirplay(),
    stop: () => casting.stop(),
    withdraw: () => casting.withdraw()
  })
});
