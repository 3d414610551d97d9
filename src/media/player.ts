import { Casting } from './casting/casting.js';
import { Consent, type ConsentState } from './consent.js';
import { Memory } from './memory/memory.js';
import type { NetworkSettings } from './network-settings.js';
import type { OptIns } from './opt-ins.js';
import type { Health } from './recovery/health.js';
import { PlayerSession } from './session.js';
import type { SourceInput } from './source.js';
import { assemble, type Commands, type MediaState } from './state.js';
import type { Readable } from '../lib/store.js';

export interface PlayerOptions {
  /** The video element to play on. Its `src` belongs to the player from now on. */
  readonly video: HTMLVideoElement;
  /** What goes full screen; the video itself when absent. */
  readonly host?: HTMLElement;
  /** Asked at every request. */
  settings?(): NetworkSettings;
  /** Memory and other devices; nothing of both, when absent. Whoever changes them dispatches `opt-ins` on the session. */
  optIns?(): OptIns;
  /** What the page's consent tool knows beforehand. */
  readonly consent?: Partial<ConsentState>;
}

/** A player without a face: state to read, commands to give, and nothing else that touches the video. */
export interface Player extends Commands {
  readonly state: Readable<MediaState>;
  /** Its events are listed there; the details are its properties. */
  readonly session: PlayerSession;
  /** What was done to go on playing, counted. */
  readonly health: Health;
  /** Plays the first of `sources` that can be played, from `startTime` on, in seconds; 0 is where the engine begins. */
  load(sources: readonly SourceInput[], startTime?: number): void;
  /** Ends everything: no request, worker, timer or listener is left. */
  destroy(): void;
}

/** Makes a player on a video element. Nothing is fetched before `load`. */
export function createPlayer({
  video,
  host = video,
  settings = () => ({}),
  optIns = () => ({}),
  consent: decisions = {}
}: PlayerOptions): Player {
  const end = new AbortController();
  const { signal } = end;
  // Casting and AirPlay hand the address to another device, out of the guard's reach, so they start switched off.
  video.disableRemotePlayback = true;
  video.setAttribute('x-webkit-airplay', 'deny');
  const session = new PlayerSession(video, settings, signal);
  const { guard, stream } = session;
  const consent = new Consent();
  consent.decide(decisions);
  const choices = { video, session, consent, optIns, signal };
  const memory = new Memory(choices);
  const casting = new Casting(choices);
  const { state, commands } = assemble({ ...choices, host, guard, stream, memory, casting });
  memory.follow({ state, commands });
  return Object.freeze({
    ...commands,
    state,
    session,
    get health() {
      return session.health.current;
    },
    load: (sources: readonly SourceInput[], startTime?: number) => session.load(sources, startTime),
    destroy: () => end.abort()
  });
}
