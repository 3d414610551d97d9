import { listen } from '../../lib/listen.js';
import { feature } from '../feature.js';
import type { MemoryRecord } from '../memory/record.js';
import type { StorageKind } from '../storage.js';

export interface MemoryState {
  /** Where the viewer's choices are kept; `adapter` is a store of the publisher's own. */
  readonly kind: StorageKind | 'adapter';
  /** The publisher offers to remember, and nobody has said yes. */
  readonly waiting: boolean;
  /** All that is kept, or null. */
  readonly record: MemoryRecord | null;
}

export interface MemoryCommands {
  /** The viewer wants his choices remembered, where the publisher offers it. */
  allow(): void;
  /** Takes away all that is kept, and keeps nothing more on this page. */
  erase(): void;
}

/** What is remembered of the viewer's choices. */
export const memory = feature<MemoryState, MemoryCommands>({
  initial: { kind: 'none', waiting: false, record: null },
  attach({ memory: kept, signal }, set) {
    const sync = () => set({ kind: kept.kind, waiting: kept.waiting, record: kept.record ?? null });
    listen(kept, 'change', sync, signal);
    sync();
  },
  commands: ({ memory: kept }) => ({ allow: () => kept.allow(), erase: () => kept.erase() })
});
