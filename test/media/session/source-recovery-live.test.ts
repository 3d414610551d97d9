import { describe, expect, it } from 'vitest';
import { timeRanges } from '../../support/fake-video.js';
import { fakeTimers, firstUrl, startRecovery, secondUrl } from './recovery-fixture.js';

fakeTimers();

describe('a live channel', () => {
  it('is tried again after longer and longer pauses when it is off the air, until it has played', async () => {
    const { session, attempts, playLiveTo, fail, advance } = startRecovery();
    await playLiveTo(95);
    for (const pause of [1, 2, 4, 8, 16, 30, 30]) {
      const { length } = attempts;
      fail('source/not-found');
      expect([session.status, session.interruption?.kind]).toEqual(['loading', 'unavailable']);
      await advance(pause - 0.001);
      expect(attempts).toHaveLength(length);
      await advance(0.001);
      expect(attempts).toHaveLength(length + 1);
    }
    await playLiveTo(95);
    fail('source/not-found');
    await advance(1);
    expect(attempts).toHaveLength(8);
  });

  it('is waited for from the first request when the page says that it is live', () => {
    const { session, fail } = startRecovery([firstUrl], { streamType: 'live' });
    fail('source/not-found');
    expect([session.status, session.interruption?.kind]).toEqual(['loading', 'unavailable']);
  });

  it('is tried again before the end of the pause when the network is available again', async () => {
    const { page, attempts, playLiveTo, fail, advance } = startRecovery();
    await playLiveTo(95);
    for (const pause of [1, 2, 4]) {
      fail('network/offline');
      await advance(pause);
    }
    fail('network/offline');
    page.window.dispatchEvent(new Event('online'));
    // Even then, there are at least 0.4 s between two retries.
    await advance(0.4);
    expect(attempts).toHaveLength(4);
  });

  it('is tried once, not twice, when the viewer retries during a pause', async () => {
    const { attempts, recovery, playLiveTo, fail, advance } = startRecovery();
    await playLiveTo(95);
    fail('network/offline');
    recovery.retry();
    await advance(60);
    expect(attempts).toEqual([[firstUrl, 0, true]]);
  });

  it('gets another engine when two fail near the live edge, because the positions of two engines cannot be compared', async () => {
    const { attempts, playLiveTo, fail, advance } = startRecovery([firstUrl, secondUrl]);
    for (const pause of [0, 1]) {
      await playLiveTo(95);
      fail();
      await advance(pause);
    }
    expect(attempts).toEqual([
      [firstUrl, 0, false],
      [firstUrl, 0, false]
    ]);
  });

  it('is resumed at its live edge when playback was near it', async () => {
    const { video, attempts, playLiveTo, fail } = startRecovery();
    await playLiveTo(90);
    fail();
    expect(attempts).toEqual([[firstUrl, 0, false]]);
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
  });

  it('is resumed at the same moment of the broadcast when playback was behind the live edge, or as early as possible', async () => {
    for (const [seconds, target] of [
      [5, 60 - 30 - 5],
      [50, 0]
    ] as const) {
      const { video, playLiveTo, fail, advance } = startRecovery();
      await playLiveTo(70);
      fail();
      await advance(seconds);
      video.dispatch('canplay');
      expect(video.seeks, 'without a seekable range').toEqual([]);
      // The new engine has another timeline.
      video.seekable = timeRanges([[0, 60]]);
      video.dispatch('canplay');
      video.dispatch('canplay');
      expect(video.seeks).toEqual([target]);
    }
  });

  it('is not resumed behind the live edge when another source has been started since', async () => {
    const { video, session, playLiveTo, fail } = startRecovery();
    await playLiveTo(70);
    fail();
    session.dispatchEvent(new Event('source'));
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
  });

  it('is started again at its live edge, wherever the viewer was, when its encoder has restarted', async () => {
    const { video, session, attempts, recovery, playLiveTo, fail } = startRecovery([firstUrl, secondUrl]);
    await playLiveTo(70);
    recovery.onEncoderRestart();
    expect(attempts).toEqual([[firstUrl, 0, false]]);
    video.seekable = timeRanges([[0, 60]]);
    video.dispatch('canplay');
    expect(video.seeks).toEqual([]);
    expect(session.health.current.restarts).toBe(1);
    fail('source/not-found');
    expect(attempts.slice(1), 'when it does not come back').toEqual([[secondUrl, 0, true]]);
  });
});
