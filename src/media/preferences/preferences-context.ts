import type { Readable } from '../../lib/store.js';
import type { Consent } from '../consent.js';
import type { OptIns } from '../opt-ins.js';
import type { PlayerSession } from '../session/session.js';
import type { Commands, MediaState } from '../state.js';

export interface PreferencesContext {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  readonly consent: Consent;
  optIns(): OptIns;
  readonly signal: AbortSignal;
}

/** The parts of the assembled player that preferences use. */
export interface AssembledPlayer {
  readonly state: Readable<MediaState>;
  readonly commands: Commands;
}
