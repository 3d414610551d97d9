import type { TimeRange } from '../../lib/time-ranges.js';
import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';

export interface WithdrawalsState {
  /** The withdrawn passages of the source, in ascending order; they are neither requested nor shown. */
  readonly passages: readonly TimeRange[];
  /** How many times playback or a seek has been moved out of a passage since the source was loaded. */
  readonly exitCount: number;
}

/** Reports the withdrawn passages, and when playback leaves one. */
export const withdrawals = feature<WithdrawalsState, object>({
  initial: { passages: [], exitCount: 0 },

  setup({ session, signal }, set) {
    let exitCount = 0;
    const onSource = () => set({ passages: session.withdrawn, exitCount: (exitCount = 0) });
    listen(session, 'source', onSource, signal);
    listen(session, 'restrictionschange', () => set({ passages: session.withdrawn }), signal);
    listen(session, 'passageexit', () => set({ exitCount: ++exitCount }), signal);
    return {};
  }
});
