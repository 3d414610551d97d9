import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { losesOldSegments } from '../../../support/known-limits.js';
import { until } from '../../../support/until.js';
import type { Row } from '../row.js';

/** Expects that the target latency is reached, and that the speed does not change behind the live edge, where the viewer chooses it. */
async function holdsLatency({ player, video }: MountedPlayer): Promise<void> {
  const liveState = () => player.state.current.live;
  // Until then, the player catches up, at a rate of up to 1.1.
  await until(
    'the video plays at its target latency, and at normal speed',
    () => Math.abs(liveState().latency - liveState().targetLatency) < 1 && Math.abs(video.playbackRate - 1) <= 0.05,
    30_000
  );
  expect(liveState().targetLatency).to.be.within(1.5, 4);
  expect(player.state.current.playback.rate).to.equal(1);
  player.time.seek(player.state.current.time.seekable.end - 30);
  await until('the video plays behind the live edge', () => !video.seeking && liveState().latency > 20);
  const before = video.currentTime;
  await until('a second has been played', () => video.currentTime > before + 1);
  expect(video.playbackRate, 'behind the live edge').to.equal(1);
  player.live.seekToEdge();
  await until('the video is at the live edge again', () => liveState().latency < liveState().targetLatency + 2);
}

const hasDayLongWindow = ({ player }: MountedPlayer): Promise<void> =>
  until('the seekable range has 24 hours', () => {
    const { start, end } = player.state.current.time.seekable;
    return end - start > 86_000;
  });

export const liveRows: readonly Row[] = [
  {
    title: 'of HLS with low latency',
    src: '/live/low/hls/master.m3u8',
    engine: 'hls.js',
    hasTimecode: false,
    skipReason: losesOldSegments,
    check: holdsLatency
  },
  { title: 'of DASH with low latency', src: '/live/low/dash/manifest.mpd', engine: 'dash.js', hasTimecode: false, check: holdsLatency },
  {
    title: 'of HLS with a day of DVR',
    src: '/live/hls/master.m3u8?window=86400',
    engine: 'hls.js',
    hasTimecode: false,
    startTimeoutMs: 60_000,
    check: hasDayLongWindow
  },
  {
    title: 'of DASH with a day of DVR',
    src: '/live/dash/manifest.mpd?window=86400',
    engine: 'dash.js',
    hasTimecode: false,
    startTimeoutMs: 60_000,
    check: hasDayLongWindow
  },
  {
    title: 'until its end',
    src: 'ending/video.m3u8',
    engine: 'hls.js',
    async check({ player, video }) {
      expect(player.state.current.live.streamType).to.equal('live');
      // `video.ended` is set before the `ended` event, after which the state changes.
      await until('the video and the state have ended', () => video.ended && player.state.current.playback.ended);
      expect(player.state.current.playback).to.include({ ended: true });
      expect(player.state.current.source.error).to.equal(null);
    }
  }
];
