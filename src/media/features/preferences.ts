import { listen } from '../../lib/listen.js';
import { feature } from './feature.js';
import type { StoredPreferences } from '../storage/stored-preferences.js';
import type { StorageKind } from '../storage/storage.js';

export interface PreferencesState {
  /** Where preferences are stored; `adapter` is the publisher's own store. */
  readonly kind: StorageKind | 'adapter';
  /** Whether the publisher offers to store preferences, but storage needs the viewer's consent. */
  readonly consentPending: boolean;
  /** The complete stored record, or null. */
  readonly record: StoredPreferences | null;
}

export interface PreferencesCommands {
  /** Records the viewer's consent to storing preferences, when the publisher offers it. */
  allow(): void;
  /** Erases the stored record, and stores nothing more on this page. */
  erase(): void;
}

/** Reports, allows and erases the stored preferences. */
export const preferences = feature<PreferencesState, PreferencesCommands>({
  initial: { kind: 'none', consentPending: false, record: null },
  setup({ preferences: preferencesPort, signal }, set) {
    const sync = () =>
      set({ kind: preferencesPort.kind, consentPending: preferencesPort.consentPending, record: preferencesPort.record ?? null });
    listen(preferencesPort, 'change', sync, signal);
    sync();
    return { allow: () => preferencesPort.allow(), erase: () => preferencesPort.erase() };
  }
});
