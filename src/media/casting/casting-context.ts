import type { Consent } from '../consent.js';
import type { CastProblem, CastStatus } from '../features/feature-context.js';
import type { OptIns } from '../opt-ins.js';
import type { PlayerSession } from '../session/session.js';

export interface CastingContext {
  readonly video: HTMLVideoElement;
  readonly session: PlayerSession;
  readonly consent: Consent;
  optIns(): OptIns;
  readonly signal: AbortSignal;
}

/** Safari's own AirPlay API, which is older than the Remote Playback API and still the one that works in Safari. */
export interface WebKitVideo extends HTMLVideoElement {
  readonly webkitCurrentPlaybackTargetIsWireless?: boolean;
  webkitShowPlaybackTargetPicker?(): void;
}

/** The status that casting reports, and the function that changes it. */
export interface CastStatusSink {
  readonly status: CastStatus;
  setStatus(change: { readonly status?: CastStatus; readonly device?: string; readonly problem?: CastProblem | null }): void;
}
