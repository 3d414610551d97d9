import { listen } from '../../lib/listen.js';
import { rangesOf } from '../../lib/time-ranges.js';
import { feature } from './feature.js';
import type { WatchStats } from './watch-stats.js';

const emptyStats: WatchStats = {
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

const roundToHundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
const secondsSince = (moment: number): number => roundToHundredths((performance.now() - moment) / 1000);

/**
 * Collects statistics of the current source. Reports them to the session when playback ends or fails, when another source
 * is loaded, and when the player is destroyed or the page is hidden (`pagehide`).
 */
export const stats = feature<WatchStats>({
  initial: emptyStats,

  setup({ video, session, stream, signal }, set) {
    let totals = emptyStats;
    let reported = emptyStats;
    /** Times of the playback request and of the start of rebuffering, in milliseconds, or NaN. */
    let requestedAt = NaN;
    let stalledAt = NaN;
    /** Seconds watched before another engine took over, because that empties the video and its `played` ranges. */
    let watchedBefore = 0;

    const update = (patch: Partial<WatchStats>) => {
      if (Object.entries(patch).every(([key, value]) => Object.is(totals[key as keyof WatchStats], value))) return;
      totals = { ...totals, ...patch };
      set(patch);
    };
    const report = () => {
      if (totals === reported || Number.isNaN(requestedAt)) return;
      reported = totals;
      session.reportStats(totals);
    };
    const startTiming = () => {
      if (Number.isNaN(requestedAt)) requestedAt = performance.now();
    };
    const endStall = () => {
      if (!Number.isNaN(stalledAt)) update({ stalled: roundToHundredths(totals.stalled + secondsSince(stalledAt)) });
      stalledAt = NaN;
    };
    const updateWatched = () => {
      const { totalVideoFrames: frames, droppedVideoFrames: dropped } = video.getVideoPlaybackQuality();
      const watched = rangesOf(video.played).reduce((seconds, { start, end }) => seconds + end - start, watchedBefore);
      update({ watched: roundToHundredths(watched), height: video.videoHeight, frames, dropped });
    };

    listen(video, 'play', startTiming, signal);
    listen(session, 'playpendingchange', () => session.playPending && startTiming(), signal);
    listen(video, 'playing', () => totals.startup === null && update({ startup: secondsSince(requestedAt) }), signal);
    listen(video, 'playing pause seeking ended emptied', endStall, signal);
    listen(video, 'timeupdate pause ended', updateWatched, signal);
    listen(video, 'emptied', () => (watchedBefore = totals.watched), signal);
    const startStall = () => {
      if (totals.startup === null || video.seeking || video.paused) return;
      stalledAt = performance.now();
      update({ stalls: totals.stalls + 1 });
    };
    listen(video, 'waiting', startStall, signal);

    let playing = stream.current.playing;
    stream.subscribe((current) => {
      if (current.playing && playing && current.playing !== playing) update({ switches: totals.switches + 1 });
      playing = current.playing;
    }, signal);

    listen(video, 'ended', () => (update({ ended: true }), report()), signal);
    const onStatus = () => {
      if (session.status !== 'failed' || !session.error) return;
      update({ error: session.error.code });
      report();
    };
    listen(session, 'status', onStatus, signal);
    const onSource = () => {
      report();
      // A viewer who has not seen a first frame is still waiting, so the time of their request is kept.
      if (totals.startup !== null) requestedAt = NaN;
      [totals, reported, stalledAt, watchedBefore] = [emptyStats, emptyStats, NaN, 0];
      set(emptyStats);
    };
    listen(session, 'source', onSource, signal);
    listen(window, 'pagehide', report, signal);
    signal.addEventListener('abort', report);
    return {};
  }
});
