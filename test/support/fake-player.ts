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
  /** Every command so far, in order. */
  readonly calls: Call[];
  /** The result of `privacy.report`. */
  report: PrivacyReport;
  /** Changes the state, as a video or an engine would. */
  set(patch: StatePatch): void;
}

/**
 * A player that plays nothing: a test sets its state, and its commands are recorded.
 *
 * Its session is a real one that never loads, so a test may dispatch its events and fetch through its guard.
 */
export function fakePlayer(patch: StatePatch = {}, video: HTMLVideoElement = document.createElement('video')): FakePlayer {
  const calls: Call[] = [];
  const end = new AbortController();
  const state = new Store<MediaState>(initialState);
  const noted =
    (name: Call[0]) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const promised =
    (name: Call[0]) =>
    (...args: unknown[]) =>
      Promise.resolve(noted(name)(...args));
  const promisedNothing = () => Promise.resolve(undefined);
  const player: FakePlayer = {
    calls,
    state,
    session: new PlayerSession(video, () => ({}), end.signal),
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
    load: (sources: readonly SourceInput[], startTime = 0) => noted('load')(sources, startTime),
    destroy() {
      noted('destroy')();
      end.abort();
    },
    playback: {
      play: promised('playback.play'),
      pause: noted('playback.pause'),
      toggle: noted('playback.toggle'),
      setRate: noted('playback.setRate'),
      holdRate: noted('playback.holdRate')
    },
    time: { seek: noted('time.seek'), skip: noted('time.skip') },
    volume: { setLevel: noted('volume.setLevel'), setMuted: noted('volume.setMuted'), toggleMuted: noted('volume.toggleMuted') },
    quality: { choose: noted('quality.choose'), setDataSaver: noted('quality.setDataSaver') },
    audio: { choose: noted('audio.choose') },
    captions: {
      choose: noted('captions.choose'),
      toggle: noted('captions.toggle'),
      setStyle: noted('captions.setStyle'),
      setSpeakCaptions: noted('captions.setSpeakCaptions')
    },
    transcript: { read: noted('transcript.read') },
    descriptions: { toggle: noted('descriptions.toggle') },
    chapters: { choose: noted('chapters.choose'), next: noted('chapters.next'), previous: noted('chapters.previous') },
    thumbnails: { use: noted('thumbnails.use'), at: promisedNothing },
    content: {},
    live: { seekToEdge: noted('live.seekToEdge') },
    fullscreen: { toggle: promised('fullscreen.toggle') },
    pip: { toggle: promised('pip.toggle') },
    mediaSession: { setTitle: noted('mediaSession.setTitle'), setTrackHandlers: noted('mediaSession.setTrackHandlers') },
    consent: { answer: noted('consent.answer'), decide: noted('consent.decide') },
    preferences: { allow: noted('preferences.allow'), erase: noted('preferences.erase') },
    cast: {
      start: promised('cast.start'),
      startAirplay: promised('cast.startAirplay'),
      stop: noted('cast.stop'),
      withdraw: noted('cast.withdraw')
    },
    privacy: { report: () => player.report },
    stats: {},
    source: { retry: noted('source.retry') }
  };
  player.set(patch);
  return player;
}
