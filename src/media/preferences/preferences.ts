import { listen } from '../../lib/listen.js';
import type { PreferencesPort } from '../features/feature-context.js';
import type { StorageKind } from '../storage/storage.js';
import type { PreferenceRecorder } from './preference-recorder.js';
import type { PreferencesContext, AssembledPlayer } from './preferences-context.js';
import type { StoredPreferences } from '../storage/stored-preferences.js';

/**
 * Stores the viewer's preferences when the publisher offers it and `consent` allows storage, which is the default without Global Privacy
 * Control. Otherwise it accesses no storage and does not even load the code that could. Event: `change`.
 */
export class Preferences extends EventTarget implements PreferencesPort {
  record: StoredPreferences | undefined;
  kind: StorageKind | 'adapter' = 'none';
  /** Whether the publisher offers to store preferences, but storage needs the viewer's consent. */
  consentPending = false;

  readonly #context: PreferencesContext;
  /** Names of the commands that the viewer has used, such as `playback.setRate`; values set by the page are not the viewer's choice. */
  readonly #usedCommands = new Set<string>();
  #player: AssembledPlayer | undefined;
  #recorder: PreferenceRecorder | undefined;
  #lifetime = new AbortController();

  constructor(context: PreferencesContext) {
    super();
    this.#context = context;
    const { session, consent, signal } = context;
    listen(session, 'optinschange', () => void this.#sync(), signal);
    listen(consent, 'change', () => void this.#sync(), signal);
    session.addEventListener('command', ({ detail }) => this.#usedCommands.add(detail), { signal });
    signal.addEventListener('abort', () => this.#lifetime.abort(), { once: true });
  }

  /** Starts recording for a player that is assembled. */
  follow(player: AssembledPlayer): void {
    this.#player = player;
    void this.#sync();
  }

  /** Records the viewer's consent to storage. */
  allow(): void {
    this.#context.consent.grant('storage');
  }

  /** Erases the stored record, and stores nothing more on this page. */
  erase(): void {
    this.#context.consent.withdraw('storage');
  }

  /** Starts or stops the recorder according to the current consent and the publisher's settings. */
  async #sync(): Promise<void> {
    const { consent, optIns, signal } = this.#context;
    const { storage = 'none', storageAdapter } = optIns();
    const isAllowed = consent.has('storage');
    const kind = !isAllowed || storage === 'none' ? 'none' : storageAdapter ? 'adapter' : storage;
    const consentPending = storage !== 'none' && !isAllowed;
    if (signal.aborted || !this.#player || (kind === this.kind && consentPending === this.consentPending)) return;
    this.#lifetime.abort();
    if (!isAllowed) this.#recorder?.erase();
    this.#recorder = undefined;
    this.#update({ kind, consentPending, record: undefined });
    if (kind === 'none') return;
    const lifetime = (this.#lifetime = new AbortController());
    const { recordPreferences } = await import('./preference-recorder.js');
    if (lifetime.signal.aborted || signal.aborted) return;
    const onRecord = (record: StoredPreferences | undefined) => this.#update({ record });
    const context = { ...this.#context, player: this.#player, usedCommands: this.#usedCommands, storage, storageAdapter, onRecord };
    this.#recorder = recordPreferences({ ...context, signal: lifetime.signal });
    // A store that is not available counts as `none`.
    if (!this.#recorder) this.#update({ kind: 'none' });
  }

  #update(change: Partial<Pick<this, 'kind' | 'consentPending' | 'record'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }
}
