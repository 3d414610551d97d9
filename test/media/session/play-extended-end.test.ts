import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { playExtendedEnd } from '../../../src/media/session/play-extended-end.js';
import { FakeVideo } from '../../support/fake-video.js';

describe('playExtendedEnd()', () => {
  let video: FakeVideo & { play: () => Promise<void> };
  let lifetime: AbortController;
  const play = vi.fn(() => Promise.resolve());
  beforeEach(() => {
    play.mockClear();
    lifetime = new AbortController();
    video = Object.assign(new FakeVideo(), { play });
    video.duration = 60;
    playExtendedEnd(video.element, lifetime.signal);
  });
  afterEach(() => lifetime.abort());

  const setDuration = (seconds: number) => {
    video.duration = seconds;
    video.dispatch('durationchange');
  };
  /** Pauses at a position in seconds. */
  const pauseAt = (seconds: number, ended: boolean) => {
    video.reach(seconds);
    Object.assign(video, { paused: true, ended });
    video.dispatch('pause');
  };

  it('plays on when the media became longer before the event of the pause', () => {
    setDuration(60.51);
    pauseAt(60, false);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('plays on when the media become longer after the pause, and before the event of the end', () => {
    pauseAt(60, true);
    expect(play).not.toHaveBeenCalled();
    video.ended = false;
    setDuration(60.51);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('leaves every other pause alone', () => {
    pauseAt(59.5, false);
    setDuration(60.51);
    pauseAt(59.9, false);
    setDuration(60);
    pauseAt(60, true);
    video.dispatch('ended');
    video.ended = false;
    setDuration(60.51);
    expect(play).not.toHaveBeenCalled();
  });

  it('does not play on after a seek', () => {
    pauseAt(60, true);
    video.dispatch('seeking');
    video.ended = false;
    setDuration(61);
    expect(play).not.toHaveBeenCalled();
  });
});
