import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Store } from '../../../src/lib/store.js';
import { PlayerError, type ErrorCode } from '../../../src/media/error.js';
import type { SessionStatus } from '../../../src/media/features/feature-context.js';
import type { NetworkSettings } from '../../../src/media/network/network-settings.js';
import { HealthCounters } from '../../../src/media/recovery/health.js';
import type { Interruption } from '../../../src/media/recovery/interruption.js';
import type { LoadingSession } from '../../../src/media/session/load.js';
import { SourceRecovery } from '../../../src/media/session/source-recovery.js';
import { resolveSource, type DeclaredSource } from '../../../src/media/source.js';
import { noStream, type StreamState } from '../../../src/media/stream.js';
import { fakePage, FakeVideo, timeRanges } from '../../support/fake-video.js';

const base = new URL('https://page.example/');
export const [firstUrl, secondUrl] = ['https://media.example/1.mpd', 'https://media.example/2.mpd'] as const;
const errorOf = (code: ErrorCode) => new PlayerError(code, 'A test.');

/** Starts source recovery for a session that loads these sources from 7 s and has requested playback. */
export function startRecovery(sources: readonly string[] = [firstUrl], settings: NetworkSettings = {}) {
  const page = fakePage();
  const video = new FakeVideo();
  const lifetime = new AbortController();
  const session = Object.assign(new EventTarget(), {
    guard: { base },
    status: 'loading' as SessionStatus,
    error: null as PlayerError | null,
    interruption: null as Interruption | null,
    health: new HealthCounters(),
    stream: new Store<StreamState>(noStream),
    playPending: false,
    playIntent: true,
    play: vi.fn(() => Promise.resolve()),
    setStatus(status: SessionStatus, error: PlayerError | null, interruption: Interruption | null = null) {
      Object.assign(session, { status, error, interruption });
      session.dispatchEvent(new Event('status'));
    },
    setAllowedSources: vi.fn<LoadingSession['setAllowedSources']>()
  });
  let isAttemptRunning = true;
  /** The attempts that were started. A fresh start is one with another source, or a retry of the viewer. */
  const attempts: (readonly [src: string, startTime: number, isFreshStart: boolean])[] = [];
  const load = {
    video: video.element,
    session: session as unknown as LoadingSession,
    settings: () => settings,
    sources: sources.map((src) => resolveSource({ src }, base)),
    startTime: 7,
    signal: lifetime.signal
  };
  const recovery = new SourceRecovery(load, {
    stop() {
      isAttemptRunning = false;
      video.reach(0);
      video.seekable = timeRanges([]);
      session.stream.patch(noStream);
    },
    start({ src }: DeclaredSource, startTime, isFreshStart) {
      expect(isAttemptRunning, 'the previous attempt runs').toBe(false);
      isAttemptRunning = true;
      attempts.push([src, startTime, isFreshStart]);
      session.setStatus('loading', null, isFreshStart ? null : session.interruption);
    }
  });

  /** Plays the current attempt to a position in seconds. */
  const playTo = (seconds: number) => {
    session.setStatus('ready', null);
    video.reach(seconds);
    video.dispatch('playing');
  };
  /** Plays a live stream to a position in seconds; its seekable range is from 40 s to 100 s. */
  const playLiveTo = async (seconds: number) => {
    session.stream.patch({ live: { targetLatency: 3 } });
    await Promise.resolve();
    video.seekable = timeRanges([[40, 100]]);
    playTo(seconds);
  };
  const fail = (code: ErrorCode = 'engine/failed') => recovery.onAttemptFailure(errorOf(code));
  const advance = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
  return { page, video, lifetime, session, attempts, recovery, playTo, playLiveTo, fail, advance };
}

/** Fakes the timers of each test. */
export function fakeTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    // With this value, each pause has its maximum length.
    vi.spyOn(Math, 'random').mockReturnValue(1);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const end = new AbortController();
      setTimeout(() => end.abort(), ms);
      return end.signal;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
