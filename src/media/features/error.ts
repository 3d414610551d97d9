import { listen } from '../../lib/listen.js';
import type { PlayerError } from '../error.js';
import { feature, type SessionStatus } from '../feature.js';
import type { Trouble } from '../recovery/trouble.js';

export interface ErrorState {
  readonly status: SessionStatus;
  /** What ended the playing, or null. */
  readonly error: PlayerError | null;
  /**
   * Why there is no picture although nothing has ended: `reconnecting`, the player tries again; `waiting`, the live channel is not
   * there. Null while there is a picture. To be shown in words: it may last.
   */
  readonly trouble: Trouble | null;
}

export interface ErrorCommands {
  /** Loads the same sources again and goes back to where the viewer was. */
  retry(): void;
}

/** How far the player got with its source, and what went wrong. */
export const error = feature<ErrorState, ErrorCommands>({
  initial: { status: 'idle', error: null, trouble: null },
  attach({ session, signal }, set) {
    const sync = () => set({ status: session.status, error: session.error, trouble: session.trouble });
    listen(session, 'status trouble', sync, signal);
    sync();
  },
  commands: ({ session }) => ({ retry: () => session.retry() })
});
