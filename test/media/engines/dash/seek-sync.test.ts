import type { MediaPlayerClass } from 'dashjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { syncSeeks } from '../../../../src/media/engines/dash/seek-sync.js';

class Video extends EventTarget {
  seeking = false;
  currentTime = 0;

  seek(seconds: number): void {
    [this.seeking, this.currentTime] = [true, seconds];
    this.dispatchEvent(new Event('seeking'));
  }

  arrive(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
}

describe('syncSeeks', () => {
  let video: Video;
  let life: AbortController;
  /** The seeks of which dash.js was notified. */
  let notified: number[];
  /** dash.js handles a seek of the video by itself. */
  let handle: (seekTime: number) => void;

  beforeEach(() => {
    vi.useFakeTimers();
    video = new Video();
    life = new AbortController();
    notified = [];
    const player = {
      on: (_: string, listener: (event: { seekTime: number }) => void) => (handle = (seekTime) => listener({ seekTime })),
      trigger: (_: string, { seekTime }: { seekTime: number }) => {
        notified.push(seekTime);
        handle(seekTime);
      },
      getActiveStream: () => null
    };
    syncSeeks(player as unknown as MediaPlayerClass, video as unknown as HTMLVideoElement, life.signal);
  });
  afterEach(() => vi.useRealTimers());

  it('notifies dash.js of a seek that it took for its own', () => {
    video.seek(2);
    vi.runAllTimers();
    expect(notified).toEqual([2]);
  });

  it('notifies dash.js also when the video has arrived before the next task', () => {
    video.seek(2);
    video.arrive();
    vi.runAllTimers();
    expect(notified).toEqual([2]);
  });

  it('notifies dash.js once of the last of several seeks', () => {
    video.seek(2);
    video.seek(20);
    vi.runAllTimers();
    expect(notified).toEqual([20]);
  });

  it('does not repeat a seek that dash.js handled, not even when playback has gone on from there', () => {
    video.seek(2);
    handle(2);
    video.arrive();
    video.currentTime = 2.1;
    vi.runAllTimers();
    expect(notified).toEqual([]);
  });

  it('notifies nothing after the end of the source', () => {
    video.seek(2);
    life.abort();
    vi.runAllTimers();
    expect(notified).toEqual([]);
  });
});
