import { listen } from '../../lib/listen.js';
import type { PlayerError } from '../error.js';
import { feature } from './feature.js';
import type { Interruption } from '../recovery/interruption.js';
import type { SessionStatus } from './feature-context.js';

export interface SourceState {
  readonly status: SessionStatus;
  /** The error that ended playback, or null. */
  readonly error: PlayerError | null;
  /**
   * Why no video plays although playback has not failed: `reconnecting`, the player retries; `unavailable`, the live channel is
   * not available. Null while it plays. The interface shows it as text, because it may last.
   */
  readonly interruption: Interruption | null;
}

export interface SourceCommands {
  /** Reloads the same sources and restores the playback position. */
  retry(): void;
}

/** Reports the status of the loaded source and its error, and retries. */
export const source = feature<SourceState, SourceCommands>({
  initial: { status: 'idle', error: null, interruption: null },
  setup({ session, signal }, set) {
    const sync = () => set({ status: session.status, error: session.error, interruption: session.interruption });
    listen(session, 'status interruption', sync, signal);
    sync();
    return { retry: () => session.retry() };
  }
});
