import type { Readable } from '../lib/store.js';
import type { Casting } from './casting/casting.js';
import type { Receiver } from './casting/receiver.js';
import type { Consent } from './consent.js';
import type { Engine, StreamState } from './engine.js';
import type { PlayerError } from './error.js';
import type { Guard, Blocked } from './guard.js';
import type { Memory } from './memory/memory.js';
import type { OptIns } from './opt-ins.js';
import type { Trouble } from './recovery/trouble.js';
import type { Source } from './source.js';

/** What a feature may look at and ask. The video and the engine are the authority: a feature observes them and asks them. */
export interface FeatureContext {
  readonly video: HTMLVideoElement;
  /** The element that goes full screen: the player with its controls. */
  readonly host: HTMLElement;
  readonly guard: Guard;
  readonly stream: Readable<StreamState>;
  /** What the player does as a whole. */
  readonly session: Session;
  readonly consent: Consent;
  readonly memory: Memory;
  readonly casting: Casting;
  optIns(): OptIns;
  /** Ends with the player. */
  readonly signal: AbortSignal;
}

/** The player seen by its features: which engine plays, and how to begin again. */
export interface Session extends EventTarget {
  readonly engine: Engine | undefined;
  readonly engineName: string | null;
  /** What the engine plays. */
  readonly source: Source | undefined;
  /** Another device plays in the place of the video. */
  readonly receiver: Receiver | undefined;
  readonly error: PlayerError | null;
  readonly status: SessionStatus;
  /** What is being overcome, or waited for, while there is neither a picture nor an error. */
  readonly trouble: Trouble | null;
  readonly lastBlocked: Blocked | undefined;
  /** Somebody asked to play while the source was still on its way; it will start when it is there. */
  readonly startsSoon: boolean;
  /** Starts to play: now, or as soon as the source is there. Rejects as `HTMLMediaElement.play` does. */
  play(): Promise<void>;
  /** Pauses, or takes back a wish to play. */
  pause(): void;
  /** Loads the same sources again, from where the viewer was, and plays. */
  retry(): void;
}

/** `idle`: nothing to play; `loading`: on the way to an engine; `ready`: an engine plays; `failed`: see the error. */
export type SessionStatus = 'idle' | 'loading' | 'ready' | 'failed';

/**
 * One slice of the player's state: what it shows, how it watches, and what it can be told.
 *
 * State is data and commands are functions; they meet only in the feature's file. Nothing faster than `timeupdate` (4 Hz) may
 * enter the state, so that the interface can render the whole of it at every change.
 */
export interface Feature<S extends object, C extends object = object> {
  readonly initial: S;
  /** Starts to watch; `set` takes the changed keys. Everything ends with `context.signal`. */
  attach?(context: FeatureContext, set: (patch: Partial<S>) => void): void;
  commands?(context: FeatureContext): C;
}

/** Keeps the types of a feature that is written as one object literal. */
export const feature = <S extends object, C extends object = object>(definition: Feature<S, C>): Feature<S, C> => definition;
