import { PlayerSession, type NetworkSettings } from './session.js';
import type { Health } from './recovery/health.js';
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
}

/** A player without a face: state to read, commands to give, and nothing else that touches the video. */
export interface Player extends Commands {
  readonly state: Readable<MediaState>;
  /** `status`, `source`, `blocked` and `refused`, with the details as properties. */
  readonly session: PlayerSession;
  /** What was done to go on playing, counted. */
  readonly health: Health;
  load(sources: readonly SourceInput[]): void;
  /** Ends everything: no request, worker, timer or listener is left. */
  destroy(): void;
}

/** Makes a player on a video element. Nothing is fetched before `load`. */
export function createPlayer({ video, host = video, settings = () => ({}) }: PlayerOptions): Player {
  const end = new AbortController();
  const { signal } = end;
  // Casting and AirPlay hand the address to another device, out of the guard's reach, so they start switched off.
  video.disableRemotePlayback = true;
  video.setAttribute('x-webkit-airplay', 'deny');
  const session = new PlayerSession(video, settings, signal);
  const { guard, stream } = session;
  const { state, commands } = assemble({ video, host, guard, stream, session, signal });
  return Object.freeze({
    ...commands,
    state,
    session,
    get health() {
      return session.health.current;
    },
    load: (sources: readonly SourceInput[]) => session.load(sources),
    destroy: () => end.abort()
  });
}
