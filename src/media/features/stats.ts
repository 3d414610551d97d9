import { listen } from '../../lib/listen.js';
import type { ErrorCode } from '../error.js';
import { feature } from '../feature.js';

/**
 * How one source was watched, in sums: no address, no time of day, and nothing that names or numbers a viewer. It stays in the page; the
 * player sends it nowhere.
 */
export interface WatchStats {
  /** Seconds of the film that were shown, to a hundredth; what was seen twice counts once. */
  readonly watched: number;
  /** Seconds from the wish to play to the moving picture, to a hundredth; null before. */
  readonly startup: number | null;
  /** Times that it stood for lack of data after it had begun; a seek is none. */
  readonly stalls: number;
  /** Seconds for which it stood so, to a hundredth. */
  readonly stalled: number;
  /** Changes from one rendition to another. */
  readonly switches: number;
  /** Pixels of the picture shown last; 0 without a picture. */
  readonly height: number;
  /** Pictures that came out of the decoder, and those of them that came too late to be shown. */
  readonly frames: number;
  readonly dropped: number;
  /** It was played to its end. */
  readonly ended: boolean;
  /** What ended it otherwise. */
  readonly error: ErrorCode | null;
}

const nothing: WatchStats = {
  watched: 0,
  startup: null,
  stalls: 0,
  stalled: 0,
  switches: 0,
  height: 0,
  frames: 0,
  dropped: 0,
  ended: false,
  error: null
};

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;
const since = (moment: number): number => rounded((performance.now() - moment) / 1000);

/** Seconds in all. */
function lengthOf(ranges: TimeRanges): number {
  let seconds = 0;
  for (let i = 0; i < ranges.length; i++) seconds += ranges.end(i) - ranges.start(i);
  return seconds;
}

/**
 * How the present source is being watched. What has come together is told on the session, as `stats`, when the film ends or fails, when
 * another one begins, and when the player or the page goes.
 */
export const stats = feature<WatchStats>({
  initial: nothing,

  attach({ video, session, stream, signal }, set) {
    let now = nothing;
    let told = nothing;
    /** When somebody wished to see it, and when it came to stand: milliseconds, or NaN. */
    let wished = NaN;
    let stands = NaN;
    /** Seconds seen before a new engine took over, which empties the video. */
    let before = 0;

    const note = (patch: Partial<WatchStats>) => {
      if (Object.entries(patch).every(([key, value]) => Object.is(now[key as keyof WatchStats], value))) return;
      now = { ...now, ...patch };
      set(patch);
    };
    const tell = () => {
      if (now === told || Number.isNaN(wished)) return;
      told = now;
      session.dispatchEvent(new CustomEvent('stats', { detail: now }));
    };
    const wish = () => {
      if (Number.isNaN(wished)) wished = performance.now();
    };
    const goOn = () => {
      if (!Number.isNaN(stands)) note({ stalled: rounded(now.stalled + since(stands)) });
      stands = NaN;
    };
    const count = () => {
      const { totalVideoFrames: frames, droppedVideoFrames: dropped } = video.getVideoPlaybackQuality();
      note({ watched: rounded(before + lengthOf(video.played)), height: video.videoHeight, frames, dropped });
    };

    listen(video, 'play', wish, signal);
    listen(session, 'intent', () => session.startsSoon && wish(), signal);
    listen(video, 'playing', () => now.startup === null && note({ startup: since(wished) }), signal);
    listen(video, 'playing pause seeking ended emptied', goOn, signal);
    listen(video, 'timeupdate pause ended', count, signal);
    listen(video, 'emptied', () => (before = now.watched), signal);
    const stand = () => {
      if (now.startup === null || video.seeking || video.paused) return;
      stands = performance.now();
      note({ stalls: now.stalls + 1 });
    };
    listen(video, 'waiting', stand, signal);

    let playing = stream.current.playing;
    stream.subscribe((current) => {
      if (current.playing && playing && current.playing !== playing) note({ switches: now.switches + 1 });
      playing = current.playing;
    }, signal);

    listen(video, 'ended', () => (note({ ended: true }), tell()), signal);
    const onStatus = () => {
      if (session.status !== 'failed' || !session.error) return;
      note({ error: session.error.code });
      tell();
    };
    listen(session, 'status', onStatus, signal);
    const onSource = () => {
      tell();
      // Who waits for his first picture still waits.
      if (now.startup !== null) wished = NaN;
      [now, told, stands, before] = [nothing, nothing, NaN, 0];
      set(nothing);
    };
    listen(session, 'source', onSource, signal);
    listen(window, 'pagehide', tell, signal);
    signal.addEventListener('abort', tell);
  }
});
