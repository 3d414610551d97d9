import { describe, expect, it, vi } from 'vitest';
import { fakeTimers, firstUrl, startRecovery, secondUrl } from './recovery-fixture.js';

/** A promise that a test settles, for a URL that the page renews. */
function deferred() {
  let resolve!: (src: string) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<string>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

fakeTimers();

describe('an engine that fails before playback', () => {
  it('is followed by the next source at the position to which the viewer sought', () => {
    const { session, video, attempts, fail } = startRecovery([firstUrl, secondUrl]);
    session.stream.patch({ live: null });
    video.reach(30);
    fail('media/decode');
    expect(attempts).toEqual([[secondUrl, 30, true]]);
  });

  it('is followed by the next source at the start position when the watchdog has nudged the video', () => {
    const { session, video, attempts, fail } = startRecovery([firstUrl, secondUrl]);
    session.stream.patch({ live: null });
    video.reach(7.3);
    fail('media/decode');
    expect(attempts).toEqual([[secondUrl, 7, true]]);
  });

  it('is followed by the next source at the start position when the stream may be live', () => {
    const { video, attempts, fail } = startRecovery([firstUrl, secondUrl]);
    video.reach(30);
    fail('media/decode');
    expect(attempts).toEqual([[secondUrl, 7, true]]);
  });
});

describe('an engine that fails during playback', () => {
  it('does not play again when the page pauses as soon as the source loads again', () => {
    const { session, attempts, playTo, fail } = startRecovery();
    playTo(30);
    session.addEventListener('status', () => {
      if (attempts.length === 0) return;
      session.playIntent = false;
      session.play.mockClear();
    });
    fail();
    expect([session.status, session.playIntent, session.play.mock.calls.length]).toEqual(['loading', false, 0]);
  });

  it('is replaced at once, at the same position, when it is the first failure', () => {
    const { session, attempts, playTo, fail } = startRecovery([firstUrl, secondUrl]);
    playTo(30);
    fail();
    expect(attempts).toEqual([[firstUrl, 30, false]]);
    expect(session.health.current.rebuilds).toBe(1);
  });

  it('is replaced after a pause when another one failed before, and playback had advanced', async () => {
    const { session, attempts, playTo, fail, advance } = startRecovery([firstUrl, secondUrl]);
    playTo(30);
    fail();
    playTo(50);
    fail();
    expect([attempts.length, session.status, session.interruption?.kind]).toEqual([1, 'loading', 'reconnecting']);
    await advance(1);
    expect(attempts.slice(1)).toEqual([[firstUrl, 50, false]]);
  });

  it('is followed by the next source when two fail at the same position, and replaced again when that one advances', async () => {
    const { session, attempts, playTo, fail, advance } = startRecovery([firstUrl, secondUrl]);
    playTo(30);
    fail();
    playTo(30.5);
    fail();
    expect(attempts.slice(1)).toEqual([[secondUrl, 30.5, true]]);
    expect(session.health.current.sources).toBe(1);
    playTo(60);
    fail();
    await advance(1);
    expect(attempts.slice(2)).toEqual([[secondUrl, 60, false]]);
  });

  it('is replaced as often in the next source as in the first one', async () => {
    const { attempts, session, playTo, fail, advance } = startRecovery([firstUrl, secondUrl]);
    for (const position of [10, 20, 30, 40]) {
      playTo(position);
      fail();
      await advance(4);
    }
    expect(attempts.map(([src]) => src)).toEqual([firstUrl, firstUrl, firstUrl, secondUrl]);
    playTo(50);
    fail();
    await advance(4);
    expect(session.status).toBe('loading');
    expect(attempts.slice(4)).toEqual([[secondUrl, 50, false]]);
  });

  it('is replaced at most three times in two minutes, and again afterwards', async () => {
    for (const [seconds, status] of [
      [0, 'failed'],
      [120, 'loading']
    ] as const) {
      const { session, attempts, playTo, fail, advance } = startRecovery();
      for (const position of [30, 60, 90]) {
        playTo(position);
        fail();
        await advance(4);
      }
      expect(attempts).toHaveLength(3);
      await advance(seconds);
      playTo(120);
      fail();
      expect(session.status, `after ${seconds} s`).toBe(status);
    }
  });

  it('is replaced at the last position when the engine has reset the video at the error', () => {
    const { video, attempts, playTo, fail } = startRecovery();
    playTo(30);
    video.dispatch('error');
    video.reach(0);
    fail('media/decode');
    expect(attempts).toEqual([[firstUrl, 30, false]]);
  });

  it('is replaced after damaged media, which are skipped by twice as many seconds each time', () => {
    const { session, attempts, playTo, fail } = startRecovery();
    playTo(30);
    for (const position of [30, 31, 33, 37, 45]) {
      fail('media/decode');
      expect(attempts.at(-1)).toEqual([firstUrl, position, false]);
      playTo(position);
    }
    fail('media/decode');
    expect([attempts.length, session.status, session.error?.code]).toEqual([5, 'failed', 'media/decode']);
    expect(session.health.current.skips).toBe(4);
  });

  it('plays on when playback was requested, and stays paused when it was not', () => {
    for (const playIntent of [true, false]) {
      const { session, playTo, fail } = startRecovery();
      playTo(30);
      Object.assign(session, { playIntent });
      session.play.mockClear();
      fail();
      expect(session.playIntent).toBe(playIntent);
      expect(session.play.mock.calls.length > 0).toBe(playIntent);
    }
  });
});

describe('a source that cannot start', () => {
  it('gets a second engine at its start position when it is the only one, and then ends with the error', () => {
    const { video, session, attempts, fail } = startRecovery();
    // Playback has not reached the start position yet.
    video.reach(0.2);
    fail();
    expect(attempts).toEqual([[firstUrl, 7, false]]);
    fail();
    expect([attempts.length, session.status, session.error?.code]).toEqual([1, 'failed', 'engine/failed']);
  });

  it('is followed by the next one when the error is permanent, and by none after the last', () => {
    const { session, attempts, fail } = startRecovery([firstUrl, secondUrl]);
    fail('media/unsupported-codec');
    expect(attempts).toEqual([[secondUrl, 7, true]]);
    fail('media/unsupported-codec');
    expect([attempts.length, session.status]).toEqual([1, 'failed']);
  });

  it('is started again without the viewer when the network is back, but not after an error of another kind', () => {
    for (const [code, times] of [
      ['network/offline', 1],
      ['media/unsupported-codec', 0]
    ] as const) {
      const { page, attempts, fail } = startRecovery();
      fail(code);
      expect(attempts).toEqual([]);
      page.window.dispatchEvent(new Event('online'));
      expect(attempts, code).toHaveLength(times);
    }
  });

  it('is started again from the first one, at the last position, when the viewer retries', () => {
    const { session, attempts, recovery, playTo, fail } = startRecovery([firstUrl, secondUrl]);
    playTo(30);
    fail('media/unsupported-codec');
    fail('media/unsupported-codec');
    session.play.mockClear();
    recovery.retry();
    expect(attempts.slice(1)).toEqual([[firstUrl, 30, true]]);
    expect(session.play).toHaveBeenCalled();
  });
});

describe('a viewer who retries', () => {
  it('gets as many new engines as before', () => {
    const { attempts, session, recovery, playTo, fail } = startRecovery();
    for (const status of ['loading', 'failed']) {
      playTo(30);
      fail();
      expect(session.status).toBe(status);
    }
    recovery.retry();
    const { length } = attempts;
    playTo(30);
    fail();
    expect(attempts.slice(length)).toEqual([[firstUrl, 30, false]]);
  });

  it('gets a new engine, at the same position, when the present one has not failed', () => {
    const { attempts, recovery, playTo } = startRecovery();
    playTo(30);
    recovery.retry();
    expect(attempts).toEqual([[firstUrl, 30, true]]);
  });

  it('is not affected by a URL that the page renews after the retry', async () => {
    const renewal = deferred();
    const { attempts, recovery, fail, advance } = startRecovery([firstUrl], { refreshSource: () => renewal.promise });
    fail('source/not-authorised');
    recovery.retry();
    renewal.resolve(secondUrl);
    await advance(600);
    expect(attempts).toEqual([[firstUrl, 7, true]]);
  });
});

describe('a URL that the server refuses', () => {
  const renewed = 'https://other.example/1.mpd?token=2';

  it('is replaced by the renewed one, at the same position, when the page returns it', async () => {
    const refreshSource = vi.fn(() => Promise.resolve(renewed));
    const { session, attempts, playTo, fail, advance } = startRecovery([firstUrl, secondUrl], { refreshSource });
    playTo(30);
    fail('source/not-authorised');
    expect([session.status, session.interruption?.kind]).toEqual(['loading', 'reconnecting']);
    await advance(0);
    expect(refreshSource).toHaveBeenCalledWith(firstUrl);
    expect(attempts).toEqual([[renewed, 30, false]]);
    expect(session.setAllowedSources.mock.lastCall?.[0].map(({ src }) => src)).toEqual([renewed, secondUrl]);
  });

  it('ends with the error when the page cannot renew it, or takes longer than ten seconds', async () => {
    for (const refreshSource of [() => Promise.reject(new Error('No.')), () => new Promise<string>(() => {})]) {
      const { session, attempts, fail, advance } = startRecovery([firstUrl], { refreshSource });
      fail('source/not-authorised');
      await advance(10);
      expect([attempts.length, session.status, session.error?.code]).toEqual([0, 'failed', 'source/not-authorised']);
    }
  });

  it('is followed by the next source when the page cannot renew it', async () => {
    const refreshSource = () => Promise.reject(new Error('No.'));
    const { session, attempts, playTo, fail, advance } = startRecovery([firstUrl, secondUrl], { refreshSource });
    playTo(30);
    fail('source/not-authorised');
    await advance(0);
    expect([attempts, session.status]).toEqual([[[secondUrl, 30, true]], 'loading']);
    expect(session.health.current.sources).toBe(1);
  });

  it('is not requested from the page more than three times', async () => {
    const refreshSource = vi.fn(() => Promise.resolve(renewed));
    const { session, fail, advance } = startRecovery([firstUrl], { refreshSource });
    for (let failure = 0; failure < 4; failure += 1) {
      expect(session.status).toBe('loading');
      fail('source/not-authorised');
      await advance(0);
    }
    expect(refreshSource).toHaveBeenCalledTimes(3);
    expect(session.status).toBe('failed');
  });
});

describe('a player that is destroyed, or has other sources', () => {
  it('starts no attempt, and shows no error, when a pause or a renewal would have ended or the network is back', async () => {
    for (const [code, end] of [
      ['source/not-found', 'resolve'],
      ['source/not-authorised', 'resolve'],
      ['source/not-authorised', 'reject']
    ] as const) {
      const renewal = deferred();
      const { page, lifetime, session, attempts, playLiveTo, fail, advance } = startRecovery([firstUrl], {
        refreshSource: () => renewal.promise
      });
      await playLiveTo(95);
      fail(code);
      session.setAllowedSources.mockClear();
      lifetime.abort();
      renewal[end](secondUrl);
      page.window.dispatchEvent(new Event('online'));
      await advance(600);
      expect([attempts.length, session.status], code).toEqual([0, 'loading']);
      expect(session.setAllowedSources).not.toHaveBeenCalled();
    }
  });
});
