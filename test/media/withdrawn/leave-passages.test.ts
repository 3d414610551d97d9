import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimeRange } from '../../../src/lib/time-ranges.js';
import { leavePassages } from '../../../src/media/withdrawn/leave-passages.js';
import { recordDecodableStart } from '../../../src/media/withdrawn/decodable-start.js';
import { FakeVideo, timeRanges } from '../../support/fake-video.js';

describe('leavePassages()', () => {
  let video: FakeVideo;
  let lifetime: AbortController;
  const endMedia = vi.fn();
  const onExit = vi.fn();
  const onNothingLeft = vi.fn();
  const follow = (...passages: readonly TimeRange[]) =>
    leavePassages({ video: video.element, passages, signal: lifetime.signal, endMedia, onExit, onNothingLeft });
  beforeEach(() => {
    vi.stubGlobal('HTMLMediaElement', { HAVE_METADATA: 1, HAVE_FUTURE_DATA: 3 });
    vi.clearAllMocks();
    video = new FakeVideo();
    video.duration = 100;
    video.seekable = timeRanges([[0, 100]]);
    lifetime = new AbortController();
  });
  afterEach(() => {
    lifetime.abort();
    vi.unstubAllGlobals();
  });
  /** Sets the position that a seek or playback has reached, with the event for it. */
  const reach = (seconds: number, type: string, readyState = 4) => {
    video.reach(seconds);
    video.readyState = readyState;
    video.dispatch(type);
  };

  it('moves a seek into a passage to its end, and reports it once', () => {
    follow({ start: 10, end: 20 });
    reach(15, 'seeking');
    expect(video.seeks).toEqual([20.001]);
    reach(20, 'seeking', 1);
    reach(20, 'timeupdate');
    expect(video.seeks).toEqual([20.001]);
    expect(onExit).toHaveBeenCalledTimes(1);
    reach(12, 'seeking');
    expect(onExit).toHaveBeenCalledTimes(2);
  });

  it('reports when the passages leave nothing of the media, before the metadata have loaded', () => {
    video.readyState = 0;
    follow({ start: 0, end: 40 }, { start: 40, end: 99.9 });
    expect(onNothingLeft).toHaveBeenCalled();
    expect(video.seeks).toEqual([]);
  });

  it('plays what the passages leave, and a live stream, whose end is not known', () => {
    follow({ start: 0, end: 99 });
    video.duration = Infinity;
    follow({ start: 0, end: 1000 });
    expect(onNothingLeft).not.toHaveBeenCalled();
  });

  it('leaves a passage in front of which playback waits, and not one at which a seek waits for media', () => {
    follow({ start: 10, end: 20 });
    video.seeking = true;
    reach(9.95, 'waiting', 1);
    expect(video.seeks).toEqual([]);
    video.seeking = false;
    reach(9.95, 'waiting', 2);
    expect(video.seeks).toEqual([20.001]);
  });

  it('goes on to the first frame that can be decoded after the passage', () => {
    const passage = { start: 10, end: 20 };
    follow(passage);
    reach(15, 'seeking');
    reach(20, 'seeking', 1);
    recordDecodableStart(passage, 22);
    reach(20, 'progress', 1);
    reach(12, 'seeking');
    expect(video.seeks).toEqual([20.001, 22.05, 22.05]);
  });

  it('reports a passage that the engine has skipped by itself', () => {
    follow({ start: 10, end: 20 });
    reach(9.9, 'timeupdate');
    reach(20.05, 'seeking');
    expect(video.seeks).toEqual([]);
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  it('ends the media before a passage that lasts up to their end', () => {
    follow({ start: 90, end: 200 });
    reach(95, 'seeking');
    expect(video.seeks).toEqual([89.85]);
    reach(89.95, 'waiting', 2);
    expect(endMedia).toHaveBeenCalledTimes(1);
    expect(onExit).not.toHaveBeenCalled();
  });

  it('waits while a live stream has not passed the passage, instead of seeking again and again', () => {
    video.duration = Infinity;
    video.seekable = timeRanges([[0, 15]]);
    follow({ start: 10, end: 20 });
    reach(12, 'seeking', 1);
    reach(12, 'seeking', 1);
    expect(video.seeks).toEqual([]);
    video.seekable = timeRanges([[0, 22]]);
    reach(12, 'durationchange', 1);
    expect(video.seeks).toEqual([20.001]);
  });
});
