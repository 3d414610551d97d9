import { describe, expect, it, vi } from 'vitest';
import { fakeTimers, first, recover, second } from './recover.js';

/** A renewal that the page has not finished yet. */
function deferred() {
  let resolve!: (src: string) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<string>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

fakeTimers();

describe('an engine that fails during playback', () => {
  it('is replaced at once, at the same position, when it is the first failure', () => {
    const { session, attempts, playTo, fail } = recover([first, second]);
    playTo(30);
    fail();
    expect(attempts).toEqual([[first, 30, false]]);
    expect(session.health.current.rebuilds).toBe(1);
  });

  it('is replaced after a pause when another one failed before, and playback had advanced', async () => {
    const { session, attempts, playTo, fail, pass } = recover([first, second]);
    playTo(30);
    fail();
    playTo(50);
    fail();
    expect([attempts.length, session.status, session.interruption?.kind]).toEqual([1, 'loading', 'reconnecting']);
    await pass(1);
    expect(attempts.slice(1)).toEqual([[first, 50, false]]);
  });

  it('is followed by the next source when two fail at the same position, and replaced again when that one advances', async () => {
    const { session, attempts, playTo, fail, pass } = recover([first, second]);
    playTo(30);
    fail();
    playTo(30.5);
    fail();
    expect(attempts.slice(1)).toEqual([[second, 30.5, true]]);
    expect(session.health.current.sources).toBe(1);
    playTo(60);
    fail();
    await pass(1);
    expect(attempts.slice(2)).toEqual([[second, 60, false]]);
  });

  it('is replaced as often for the next source as for the first one', async () => {
    const { attempts, session, playTo, fail, pass } = recover([first, second]);
    for (const position of [10, 20, 30, 40]) {
      playTo(position);
      fail();
      await pass(4);
    }
    expect(attempts.map(([src]) => src)).toEqual([first, first, first, second]);
    playTo(50);
    fail();
    await pass(4);
    expect(session.status).toBe('loading');
    expect(attempts.slice(4)).toEqual([[second, 50, false]]);
  });

  it('is replaced three times in two minutes, and again when they are over', async () => {
    for (const [seconds, status] of [
      [0, 'failed'],
      [120, 'loading']
    ] as const) {
      const { session, attempts, playTo, fail, pass } = recover();
      for (const position of [30, 60, 90]) {
        playTo(position);
        fail();
        await pass(4);
      }
      expect(attempts).toHaveLength(3);
      await pass(seconds);
      playTo(120);
      fail();
      expect(session.status, `after ${seconds} s`).toBe(status);
    }
  });

  it('is replaced at the last position when the engine has reset the video at the error', () => {
    const { video, attempts, playTo, fail } = recover();
    playTo(30);
    video.dispatch('error');
    video.reach(0);
    fail('media/decode');
    expect(attempts).toEqual([[first, 30, false]]);
  });

  it('is replaced behind damaged media, which are skipped by twice as many seconds each time', () => {
    const { session, attempts, playTo, fail } = recover();
    playTo(30);
    for (const position of [30, 31, 33, 37, 45]) {
      fail('media/decode');
      expect(attempts.at(-1)).toEqual([first, position, false]);
      playTo(position);
    }
    fail('media/decode');
    expect([attempts.length, session.status, session.error?.code]).toEqual([5, 'failed', 'media/decode']);
    expect(session.health.current.skips).toBe(4);
  });

  it('plays on when playback was requested, and stays paused when it was not', () => {
    for (const playIntent of [true, false]) {
      const { session, playTo, fail } = recover();
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
    const { video, session, attempts, fail } = recover();
    // Not there yet.
    video.reach(0.2);
    fail();
    expect(attempts).toEqual([[first, 7, false]]);
    fail();
    expect([attempts.length, session.status, session.error?.code]).toEqual([1, 'failed', 'engine/failed']);
  });

  it('is followed by the next one when the error is permanent, and by none after the last', () => {
    const { session, attempts, fail } = recover([first, second]);
    fail('media/unsupported-codec');
    expect(attempts).toEqual([[second, 7, true]]);
    fail('media/unsupported-codec');
    expect([attempts.length, session.status]).toEqual([1, 'failed']);
  });

  it('is started again without the viewer when the network is back, but not after an error of another kind', () => {
    for (const [code, times] of [
      ['network/offline', 1],
      ['media/unsupported-codec', 0]
    ] as const) {
      const { page, attempts, fail } = recover();
      fail(code);
      expect(attempts).toEqual([]);
      page.window.dispatchEvent(new Event('online'));
      expect(attempts, code).toHaveLength(times);
    }
  });

  it('is started again from the first one, at the last position, when the viewer retries', () => {
    const { session, attempts, recovery, playTo, fail } = recover([first, second]);
    playTo(30);
    fail('media/unsupported-codec');
    fail('media/unsupported-codec');
    session.play.mockClear();
    recovery.retry();
    expect(attempts.slice(1)).toEqual([[first, 30, true]]);
    expect(session.play).toHaveBeenCalled();
  });
});

describe('a viewer who retries', () => {
  it('gets as many engines as at first', () => {
    const { attempts, session, recovery, playTo, fail } = recover();
    for (const status of ['loading', 'failed']) {
      playTo(30);
      fail();
      expect(session.status).toBe(status);
    }
    recovery.retry();
    const { length } = attempts;
    playTo(30);
    fail();
    expect(attempts.slice(length)).toEqual([[first, 30, false]]);
  });

  it('gets a new engine, at the same position, when the present one has not failed', () => {
    const { attempts, recovery, playTo } = recover();
    playTo(30);
    recovery.retry();
    expect(attempts).toEqual([[first, 30, true]]);
  });

  it('is not disturbed by a URL that the page renews only then', async () => {
    const renewal = deferred();
    const { attempts, recovery, fail, pass } = recover([first], { refreshSource: () => renewal.promise });
    fail('source/not-authorised');
    recovery.retry();
    renewal.resolve(second);
    await pass(600);
    expect(attempts).toEqual([[first, 7, true]]);
  });
});

describe('a URL that the server refuses', () => {
  const renewed = 'https://other.example/1.mpd?token=2';

  it('is replaced by the renewed one, at the same position, when the page returns it', async () => {
    const refreshSource = vi.fn(() => Promise.resolve(renewed));
    const { session, attempts, playTo, fail, pass } = recover([first, second], { refreshSource });
    playTo(30);
    fail('source/not-authorised');
    expect([session.status, session.interruption?.kind]).toEqual(['loading', 'reconnecting']);
    await pass(0);
    expect(refreshSource).toHaveBeenCalledWith(first);
    expect(attempts).toEqual([[renewed, 30, false]]);
    expect(session.allowOriginsOf.mock.lastCall?.[0].map(({ src }) => src)).toEqual([renewed, second]);
  });

  it('ends with the error when the page cannot renew it, or takes longer than ten seconds', async () => {
    for (const refreshSource of [() => Promise.reject(new Error('No.')), () => new Promise<string>(() => {})]) {
      const { session, attempts, fail, pass } = recover([first], { refreshSource });
      fail('source/not-authorised');
      await pass(10);
      expect([attempts.length, session.status, session.error?.code]).toEqual([0, 'failed', 'source/not-authorised']);
    }
  });

  it('is followed by the next source when the page cannot renew it', async () => {
    const refreshSource = () => Promise.reject(new Error('No.'));
    const { session, attempts, playTo, fail, pass } = recover([first, second], { refreshSource });
    playTo(30);
    fail('source/not-authorised');
    await pass(0);
    expect([attempts, session.status]).toEqual([[[second, 30, true]], 'loading']);
    expect(session.health.current.sources).toBe(1);
  });

  it('is not requested from the page more than three times', async () => {
    const refreshSource = vi.fn(() => Promise.resolve(renewed));
    const { session, fail, pass } = recover([first], { refreshSource });
    for (let failure = 0; failure < 4; failure += 1) {
      expect(session.status).toBe('loading');
      fail('source/not-authorised');
      await pass(0);
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
      const { page, life, session, attempts, playLiveTo, fail, pass } = recover([first], { refreshSource: () => renewal.promise });
      await playLiveTo(95);
      fail(code);
      session.allowOriginsOf.mockClear();
      life.abort();
      renewal[end](second);
      page.window.dispatchEvent(new Event('online'));
      await pass(600);
      expect([attempts.length, session.status], code).toEqual([0, 'loading']);
      expect(session.allowOriginsOf).not.toHaveBeenCalled();
    }
  });
});
