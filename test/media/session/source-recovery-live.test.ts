import { describe, expect, it } from 'vitest';
import { timeRanges } from '../../support/fake-video.js';
import { fakeTimers, first, recover, second } from './recover.js';

fakeTimers();

describe('a live channel', () => {
  it('is tried again after longer and longer pauses when it is off the air, until it has played', async () => {
    const { session, attempts, playLiveTo, fail, pass } = recover();
    await playLiveTo(95);
    for (const pause of [1, 2, 4, 8, 16, 30, 30]) {
      const { length } = attempts;
      fail('source/not-found');
      expect([session.status, session.interruption?.kind]).toEqual(['loading', 'unavailable']);
      await pass(pause - 0.001);
      expect(attempts).toHaveLength(length);
      await pass(0.001);
      expect(attempts).toHaveLength(length + 1);
    }
    await playLiveTo(95);
    fail('source/not-found');
    await pass(1);
    expect(attempts).toHaveLength(8);
  });

  it('is waited for from the first request when the page says that it is live', () => {
    const { session, fail } = recover([first], { streamType: 'live' });
    fail('source/not-found');
    expect([session.status, session.interruption?.kind]).toEqual(['loading', 'unavailable']);
  });

  it('is tried without the rest of the pause when the network is back', async () => {
    const { page, attempts, playLiveTo, fail, pass } = recover();
    await playLiveTo(95);
    for (const pause of [1, 2, 4]) {
      fail('network/offline');
      await pass(pause);
    }
    fail('network/offline');
    page.window.dispatchEvent(new Event('online'));
    // Retries keep a distance of 0.4 s even then.
    await pass(0.4);
    expect(attempts).toHaveLength(4);
  });

  it('is tried once, not twice, when the viewer retries during a pause', async () => {
    const { attempts, recovery, playLiveTo, fail, pass } = recover();
    await playLiveTo(95);
    fail('network/offline');
    recovery.retry();
    await pass(60);
    expect(attempts).toEqual([[first, 0, true]]);
  });

  it('gets another engine when two fail near the live edge, as positions of two engines cannot be compared', async () => {
    const { attempts, playLiveTo, fail, pass } = recover([first, second]);
    for (const pause of [0, 1]) {
      await playLiveTo(95);
      fail();
      await pass(pause);
    }
    expect(attempts).toEqual([
      [first, 0, false],
      [first, 0, false]
    ]);
  });

  it('is resumed at its live edge when playback was near it', async () => {
    const { video, attempts, playLiveTo, fail } = recover();
    await playLiveTo(90);
    fail();
    expect(attempts).toEqual([[first, 0, false]]);
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
  });

  it('is resumed at the same event when the viewer was in the past, or as early as it still is', async () => {
    for (const [seconds, target] of [
      [5, 60 - 30 - 5],
      [50, 0]
    ] as const) {
      const { video, playLiveTo, fail, pass } = recover();
      await playLiveTo(70);
      fail();
      await pass(seconds);
      video.dispatch('canplay');
      expect(video.seeks, 'without a window').toEqual([]);
      // The new engine has another timeline.
      video.seekable = timeRanges([[0, 60]]);
      video.dispatch('canplay');
      video.dispatch('canplay');
      expect(video.seeks).toEqual([target]);
    }
  });

  it('is not resumed in the past when another source has been started since', async () => {
    const { video, session, playLiveTo, fail } = recover();
    await playLiveTo(70);
    fail();
    session.dispatchEvent(new Event('source'));
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
  });

  it('is started again at its live edge, wherever the viewer was, when its encoder has restarted', async () => {
    const { video, session, attempts, recovery, playLiveTo, fail } = recover([first, second]);
    await playLiveTo(70);
    recovery.onEncoderRestart();
    expect(attempts).toEqual([[first, 0, false]]);
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
    expect(session.health.current.restarts).toBe(1);
    fail('source/not-found');
    expect(attempts.slice(1), 'when it does not come back').toEqual([[second, 0, true]]);
  });
});
