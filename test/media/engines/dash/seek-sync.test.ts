import type { MediaPlayerClass } from 'dashjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { syncSeeks } from '../../../../src/media/engines/dash/seek-sync.js';

/** A video whose seeks end only when a test calls `endSeek()`. */
class SeekableVideo extends EventTarget {
  seeking = false;
  currentTime = 0;

  seek(seconds: number): void {
    [this.seeking, this.currentTime] = [true, seconds];
    this.dispatchEvent(new Event('seeking'));
  }

  endSeek(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
}

describe('syncSeeks()', () => {
  let video: SeekableVideo;
  let lifetime: AbortController;
  /** The seeks of which dash.js was notified. */
  let notified: number[];
  /** The corrections by dash.js that reach the video. */
  let corrections: number[];
  /** Simulates that dash.js corrects the position. */
  let correctPosition: (seconds: number) => void;
  /** Simulates that dash.js handles a seek of the video by itself. */
  let handleSeek: (seekTime: number) => void;

  beforeEach(() => {
    vi.useFakeTimers();
    video = new SeekableVideo();
    lifetime = new AbortController();
    notified = [];
    corrections = [];
    const player = {
      on: (_: string, listener: (event: { seekTime: number }) => void) => (handleSeek = (seekTime) => listener({ seekTime })),
      trigger: (_: string, { seekTime }: { seekTime: number }) => {
        notified.push(seekTime);
        handleSeek(seekTime);
      },
      getActiveStream: () => null,
      extend(_: string, replace: () => { seek(seconds: number, stick: boolean, internal: boolean): void }) {
        const { seek } = replace.call({ parent: { seek: (seconds: number) => corrections.push(seconds) } } as never);
        correctPosition = (seconds) => seek(seconds, false, true);
      }
    };
    syncSeeks(player as unknown as MediaPlayerClass, video as unknown as HTMLVideoElement, lifetime.signal);
  });
  afterEach(() => vi.useRealTimers());

  it('notifies dash.js of a seek of the viewer that dash.js has not handled', () => {
    video.seek(2);
    vi.runAllTimers();
    expect(notified).toEqual([2]);
  });

  it('notifies dash.js also of a seek that ends before the next task', () => {
    video.seek(2);
    video.endSeek();
    vi.runAllTimers();
    expect(notified).toEqual([2]);
  });

  it('notifies dash.js once of the last of several seeks', () => {
    video.seek(2);
    video.seek(20);
    vi.runAllTimers();
    expect(notified).toEqual([20]);
  });

  it('does not notify dash.js of a seek that it has handled, even when playback has continued since', () => {
    video.seek(2);
    handleSeek(2);
    video.endSeek();
    video.currentTime = 2.1;
    vi.runAllTimers();
    expect(notified).toEqual([]);
  });

  it('ignores a correction of a seek that the viewer has already replaced', () => {
    video.seek(20);
    handleSeek(20);
    [video.seeking, video.currentTime] = [true, 2];
    correctPosition(20);
    expect(corrections).toEqual([]);
    handleSeek(2);
    correctPosition(2.04);
    expect(corrections).toEqual([2.04]);
  });

  it('lets dash.js correct a position before its first seek, during playback, and twice', () => {
    [video.seeking, video.currentTime] = [true, 40];
    correctPosition(40);
    video.currentTime = 40;
    correctPosition(40.02);
    video.seeking = false;
    video.currentTime = 55;
    correctPosition(56);
    expect(corrections).toEqual([40, 40.02, 56]);
  });

  it('notifies dash.js of no seek after the lifetime of the source has ended', () => {
    video.seek(2);
    lifetime.abort();
    vi.runAllTimers();
    expect(notified).toEqual([]);
  });
});
