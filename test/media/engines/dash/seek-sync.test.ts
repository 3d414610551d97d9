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
  /** The corrections by dash.js that reach the video. */
  let corrections: number[];
  /** dash.js corrects the position. */
  let correct: (seconds: number) => void;
  /** dash.js handles a seek of the video by itself. */
  let handle: (seekTime: number) => void;

  beforeEach(() => {
    vi.useFakeTimers();
    video = new Video();
    life = new AbortController();
    notified = [];
    corrections = [];
    const player = {
      on: (_: string, listener: (event: { seekTime: number }) => void) => (handle = (seekTime) => listener({ seekTime })),
      trigger: (_: string, { seekTime }: { seekTime: number }) => {
        notified.push(seekTime);
        handle(seekTime);
      },
      getActiveStream: () => null,
      extend(_: string, replace: () => { seek(seconds: number, stick: boolean, internal: boolean): void }) {
        const { seek } = replace.call({ parent: { seek: (seconds: number) => corrections.push(seconds) } } as never);
        correct = (seconds) => seek(seconds, false, true);
      }
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

  it('leaves out a correction of a seek that the viewer has already replaced', () => {
    video.seek(20);
    handle(20);
    [video.seeking, video.currentTime] = [true, 2];
    correct(20);
    expect(corrections).toEqual([]);
    handle(2);
    correct(2.04);
    expect(corrections).toEqual([2.04]);
  });

  it('lets dash.js correct a position before its first seek, during playback, and twice', () => {
    [video.seeking, video.currentTime] = [true, 40];
    correct(40);
    video.currentTime = 40;
    correct(40.02);
    video.seeking = false;
    video.currentTime = 55;
    correct(56);
    expect(corrections).toEqual([40, 40.02, 56]);
  });

  it('notifies nothing after the end of the source', () => {
    video.seek(2);
    life.abort();
    vi.runAllTimers();
    expect(notified).toEqual([]);
  });
});
