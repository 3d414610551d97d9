import { describe, expect, it } from 'vitest';
import { chosenRate, setCatchUpRate, overrideRate } from '../../src/media/playback-rate.js';

const videoAt = (playbackRate: number, defaultPlaybackRate = playbackRate) => ({ playbackRate, defaultPlaybackRate }) as HTMLVideoElement;

describe('overrideRate()', () => {
  it.each([
    ['the viewer', videoAt(1.5)],
    ['the page, which left the default', videoAt(1.25, 1)]
  ])('restores the rate of %s', (_, video) => {
    const before = video.playbackRate;
    overrideRate(video, 2);
    expect([video.playbackRate, chosenRate(video)]).toEqual([2, before]);
    overrideRate(video, null);
    expect([video.playbackRate, chosenRate(video)]).toEqual([before, before]);
  });

  it('is not changed by latency control, which continues after the override', () => {
    const video = videoAt(1);
    setCatchUpRate(video, 1.04);
    overrideRate(video, 2);
    setCatchUpRate(video, 1.1);
    expect(video.playbackRate).toBe(2);
    overrideRate(video, null);
    expect([video.playbackRate, chosenRate(video)]).toEqual([1, 1]);
    setCatchUpRate(video, 1.04);
    expect([video.playbackRate, chosenRate(video)]).toEqual([1.04, 1]);
  });

  it('does not restore a rate when the page has set another one in the meantime', () => {
    const video = videoAt(1.5);
    overrideRate(video, 2);
    video.playbackRate = 0.5;
    overrideRate(video, null);
    expect([video.playbackRate, chosenRate(video)]).toEqual([0.5, 0.5]);
  });

  it('does nothing when there is no override to end', () => {
    const video = videoAt(1.5);
    overrideRate(video, null);
    expect(video.playbackRate).toBe(1.5);
  });
});
