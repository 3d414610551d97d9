import { listen } from '../../lib/listen.js';
import type { Readable } from '../../lib/store.js';
import type { Consent } from '../consent.js';
import type { OptIns } from '../opt-ins.js';
import type { PlayerSession } from '../session.js';
import type { Commands, MediaState } from '../state.js';
import type { StorageKind } from '../storage.js';
import type { Kept } from './keep.js';
import type { MemoryRecord } from './record.js';

export interface MemoryContext {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  readonly consent: Consent;
  optIns(): OptIns;
  readonly signal: AbortSignal;
}

/** The assembled player, as far as memory looks at it and asks it. */
export interface Remembered {
  readonly state: Readable<MediaState>;
  readonly commands: Commands;
}

/**
 * Remembers what the viewer chose, where the publisher offers it and nobody said no; otherwise it touches nothing at all, and not
 * even the code that could is fetched. Event: `change`.
 */
export class Memory extends EventTarget {
  record: MemoryRecord | undefined;
  kind: StorageKind | 'adapter' = 'none';
  /** The publisher offers to remember, and it takes a yes. */
  waiting = false;

  readonly #context: MemoryContext;
  /** What the viewer has asked for by commands, `volume` or `playback.setRate`; what a page sets up by itself is not his choice. */
  readonly #asked = new Set<string>();
  #player: Remembered | undefined;
  #kept: Kept | undefined;
  #life = new AbortController();

  constructor(context: MemoryContext) {
    super();
    this.#context = context;
    const { session, consent, signal } = context;
    listen(session, 'opt-ins', () => void this.#sync(), signal);
    listen(consent, 'change', () => void this.#sync(), signal);
    listen<CustomEvent<string>>(session, 'told', ({ detail }) => this.#asked.add(detail), signal);
    signal.addEventListener('abort', () => this.#life.abort(), { once: true });
  }

  /** Begins, with a player that is assembled. */
  follow(player: Remembered): void {
    this.#player = player;
    void this.#sync();
  }

  /** The viewer wants to be remembered. */
  allow(): void {
    this.#context.consent.grant('storage');
  }

  /** Takes away what is stored, and remembers nothing more on this page. */
  erase(): void {
    this.#context.consent.withdraw('storage');
  }

  /** Opens or closes the door, by what holds now. */
  async #sync(): Promise<void> {
    const { consent, optIns, signal } = this.#context;
    const { storage = 'none', storageAdapter } = optIns();
    const yes = consent.has('storage');
    const kind = !yes || storage === 'none' ? 'none' : storageAdapter ? 'adapter' : storage;
    const waiting = storage !== 'none' && !yes;
    if (signal.aborted || !this.#player || (kind === this.kind && waiting === this.waiting)) return;
    this.#life.abort();
    if (!yes) this.#kept?.erase();
    this.#kept = undefined;
    this.#tell({ kind, waiting, record: undefined });
    if (kind === 'none') return;
    const life = (this.#life = new AbortController());
    const { keep } = await import('./keep.js');
    if (life.signal.aborted || signal.aborted) return;
    const onRecord = (record: MemoryRecord | undefined) => this.#tell({ record });
    const context = { ...this.#context, player: this.#player, asked: this.#asked, storage, storageAdapter, onRecord };
    this.#kept = keep({ ...context, signal: life.signal });
    // A store that cannot be had is none.
    if (!this.#kept) this.#tell({ kind: 'none' });
  }

  #tell(change: Partial<Pick<this, 'kind' | 'waiting' | 'record'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('change'));
  }
}
