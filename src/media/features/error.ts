import { listen } from '../../lib/listen.js';
import type { PlayerError } from '../error.js';
import { feature, type SessionStatus } from '../feature.js';

export interface ErrorState {
  readonly status: SessionStatus;
  /** What ended the playing, or null. */
  readonly error: PlayerError | null;
}

export interface ErrorCommands {
  /** Loads the same sources again and goes back to where the viewer was. */
  retry(): void;
}

/** How far the player got with its source, and what went wrong. */
export const error = feature<ErrorState, ErrorCommands>({
  initial: { status: 'idle', error: null },
  attach({ session, signal }, set) {
    const sync = () => set({ status: session.status, error: session.error });
    listen(session, 'status', sync, signal);
    sync();
  },
  commands: ({ session }) => ({ retry: () => session.retry() })
});
