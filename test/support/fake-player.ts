import { Store } from '../../src/lib/store.js';
import {
  emptyReport,
  initialState,
  type CommandName,
  type MediaState,
  type Player,
  type PrivacyReport,
  type SourceInput
} from '../../src/media/index.js';
import { PlayerSession } from '../../src/media/session/session.js';

/** A command that was called, with its arguments. */
export type Call = readonly [name: CommandName | 'load' | 'destroy', ...args: unknown[]];

/** Parts of a state, nested by feature. */
export type StatePatch = { readonly [Name in keyof MediaState]?: Partial<MediaState[Name]> };

export interface FakePlayer extends Player {
  /** Every call of a command so far, in order. */
  readonly calls: Call[];
  /** The result of `privacy.report`. */
  report: PrivacyReport;
  /** Changes the state, as a video or an engine would. */
  set(patch: StatePatch): void;
}

/**
 * Creates a player that plays nothing: a test sets its state, and the calls of its commands are recorded.
 *
 * Its session is a real `PlayerSession` that never loads, so a test may dispatch events on it and fetch through its guard.
 */
export function fakePlayer(patch: StatePatch = {}, video: HTMLVideoElement = document.createElement('video')): FakePlayer {
  const calls: Call[] = [];
  const endOfPlayer = new AbortController();
  const state = new Store<MediaState>(initialState);
  const recorded =
    (name: Call[0]) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const recordedAsync =
    (name: Call[0]) =>
    (...args: unknown[]) =>
      Promise.resolve(recorded(name)(...args));
  const resolveUndefined = () => Promise.resolve(undefined);
  const player: FakePlayer = {
    calls,
    state,
    session: new PlayerSession(video, () => ({}), endOfPlayer.signal),
    get health() {
      return player.session.health.current;
    },
    report: emptyReport,
    set(change) {
      const entries = Object.entries(change).map(([name, slice]) => [
        name,
        Object.freeze({ ...state.current[name as keyof MediaState], ...slice })
      ]);
      state.patch(Object.fromEntries(entries) as Partial<MediaState>);
    },
    load: (sources: readonly SourceInput[], startTime = 0) => recorded('load')(sources, startTime),
    destroy() {
      recorded('destroy')();
      endOfPlayer.abort();
    },
    playback: {
      play: recordedAsync('playback.play'),
      pause: recorded('playback.pause'),
      toggle: recorded('playback.toggle'),
      setRate: recorded('playback.setRate'),
      holdRate: recorded('playback.holdRate')
    },
    time: { seek: recorded('time.seek'), skip: recorded('time.skip') },
    volume: { setLevel: recorded('volume.setLevel'), setMuted: recorded('volume.setMuted'), toggleMuted: recorded('volume.toggleMuted') },
    quality: { choose: recorded('quality.choose'), setDataSaver: recorded('quality.setDataSaver') },
    audio: { choose: recorded('audio.choose') },
    captions: {
      choose: recorded('captions.choose'),
      toggle: recorded('captions.toggle'),
      setStyle: recorded('captions.setStyle'),
      setSpeakCaptions: recorded('captions.setSpeakCaptions')
    },
    transcript: { read: recorded('transcript.read') },
    descriptions: { toggle: recorded('descriptions.toggle') },
    chapters: { choose: recorded('chapters.choose'), next: recorded('chapters.next'), previous: recorded('chapters.previous') },
    thumbnails: { use: recorded('thumbnails.use'), at: resolveUndefined },
    content: {},
    withdrawals: {},
    live: { seekToEdge: recorded('live.seekToEdge') },
    fullscreen: { toggle: recordedAsync('fullscreen.toggle') },
    pip: { toggle: recordedAsync('pip.toggle') },
    mediaSession: { setTitle: recorded('mediaSession.setTitle'), setTrackHandlers: recorded('mediaSession.setTrackHandlers') },
    consent: { answer: recorded('consent.answer'), decide: recorded('consent.decide') },
    preferences: { allow: recorded('preferences.allow'), erase: recorded('preferences.erase') },
    cast: {
      start: recordedAsync('cast.start'),
      startAirplay: recordedAsync('cast.startAirplay'),
      stop: recorded('cast.stop'),
      withdraw: recorded('cast.withdraw')
    },
    privacy: { report: () => player.report },
    stats: {},
    source: { retry: recorded('source.retry') }
  };
  player.set(patch);
  return player;
}
