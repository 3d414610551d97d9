import { Casting } from './casting/casting.js';
import type { DrawMasks } from './masks/mask.js';
import { Consent, type ConsentState } from './consent.js';
import { Preferences } from './preferences/preferences.js';
import type { NetworkSettings } from './network/network-settings.js';
import type { OptIns } from './opt-ins.js';
import type { Health } from './recovery/health.js';
import { PlayerSession } from './session/session.js';
import type { SourceInput } from './source.js';
import { assemble, type Commands, type MediaState } from './state.js';
import { ownOptions } from '../lib/own.js';
import type { Readable } from '../lib/store.js';

export interface PlayerOptions {
  /** The video element to play on. The player controls its `src` from now on. */
  readonly video: HTMLVideoElement;
  /** The element for full screen; the video itself by default. */
  readonly host?: HTMLElement;
  /** Read at every request. */
  settings?(): NetworkSettings;
  /** Opt-ins for storage and receivers; none by default. After a change, the caller calls `session.reportOptInsChange`. */
  optIns?(): OptIns;
  /** Draws the video with the masks of `NetworkSettings.masks`. Without it, a source with masks is not played. */
  readonly drawMasks?: DrawMasks | undefined;
  /** Decisions that the page's consent tool already has. */
  readonly consent?: Partial<ConsentState>;
}

/** A player without a user interface: its state and its commands. */
export interface Player extends Commands {
  readonly state: Readable<MediaState>;
  /** The player's session; `SessionEventMap` lists its events. */
  readonly session: PlayerSession;
  /** How often the player has recovered from each kind of fault. */
  readonly health: Health;
  /** Loads the first playable source of `sources`, at `startTime` seconds; 0 lets the engine choose the start. */
  load(sources: readonly SourceInput[], startTime?: number): void;
  /** Ends the player: no request, worker, timer or listener remains. */
  destroy(): void;
}

/** Creates a player on a video element. Fetches nothing before `load`. Only own properties of the options count. */
export function createPlayer(options: PlayerOptions): Player {
  const { video, host = video, consent: decisions = {}, drawMasks, ...callbacks } = ownOptions(options);
  const ownCallbacks = ownOptions(callbacks);
  const settings = () => ownOptions(ownCallbacks.settings?.() ?? {});
  const optIns = () => ownOptions(ownCallbacks.optIns?.() ?? {});
  const lifetime = new AbortController();
  const { signal } = lifetime;
  // Cast and AirPlay pass the URL to another device, which the guard cannot control, so both start switched off.
  video.disableRemotePlayback = true;
  video.setAttribute('x-webkit-airplay', 'deny');
  const session = new PlayerSession(video, settings, signal, drawMasks);
  const { guard, stream } = session;
  const consent = new Consent();
  consent.decide(decisions);
  const commonContext = { video, session, consent, optIns, signal };
  const preferences = new Preferences(commonContext);
  const casting = new Casting(commonContext);
  const { state, commands } = assemble({ ...commonContext, host, guard, stream, preferences, casting });
  preferences.follow({ state, commands });
  return Object.freeze({
    ...commands,
    state,
    session,
    get health() {
      return session.health.current;
    },
    load: (sources: readonly SourceInput[], startTime?: number) => session.load(sources, startTime),
    destroy: () => lifetime.abort()
  });
}
