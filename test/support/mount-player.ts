import type { NetworkSettings, Player } from '../../src/media/index.js';
import { loadMediaModule } from './load-media-module.js';
import { readTimecode } from './read-timecode.js';
import { until } from './until.js';

/** A headless player on a video in the page, with the measurements that tests need. */
export interface MountedPlayer {
  readonly player: Player;
  readonly video: HTMLVideoElement;
  /** The media time in seconds of the frame on screen, read from its pixels; NaN while they hold no time. */
  shownTime(): number;
  /**
   * Waits until the frame on screen matches the playback position to 0.3 s. A browser may draw a frame later than its clock; one that never
   * catches up is an error.
   */
  untilFrameMatchesClock(): Promise<void>;
  /** Loads a source and waits for its first frame. */
  play(src: string, type?: string): Promise<void>;
  /** Waits as `until` does; the error of a timeout contains the state of the video. */
  until(description: string, condition: () => boolean): Promise<void>;
  unmount(): void;
}

/** Adds a muted video of 640 x 360 pixels to the page, and creates a player for it. */
export async function mountPlayer(video = document.createElement('video'), settings: NetworkSettings = {}): Promise<MountedPlayer> {
  const { createPlayer } = await loadMediaModule();
  Object.assign(video, { muted: true, width: 640, height: 360 });
  document.body.append(video);
  const player = createPlayer({ video, settings: () => settings });
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const shownTime = () => {
    context.drawImage(video, 0, 0, 640, 360);
    try {
      return readTimecode(context.getImageData(0, 0, 640, 360));
    } catch {
      return NaN;
    }
  };
  return {
    player,
    video,
    shownTime,
    untilFrameMatchesClock: () =>
      until('the frame on screen matches the playback position', () => Math.abs(shownTime() - video.currentTime) < 0.3),
    async play(src, type) {
      video.autoplay = true;
      player.load([type === undefined ? { src } : { src, type }]);
      await until(`${src} plays`, () => video.currentTime > 0 && video.readyState >= 2 && player.state.current.playback.started);
    },
    until: (description, condition) =>
      until(description, condition).catch((cause: unknown) => {
        const { currentTime, duration, readyState, paused, seeking, buffered } = video;
        const ranges = Array.from({ length: buffered.length }, (_, i) => `${buffered.start(i)} to ${buffered.end(i)}`).join(', ');
        const state = {
          currentTime,
          duration,
          readyState,
          paused,
          seeking,
          ranges,
          health: player.health,
          engine: player.session.engineName
        };
        throw new Error(`${String(cause)} ${JSON.stringify(state)}`, { cause });
      }),
    unmount() {
      player.destroy();
      video.remove();
    }
  };
}
