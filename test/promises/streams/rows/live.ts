import { expect } from 'chai';
import type { MountedPlayer } from '../../../support/mount-player.js';
import { losesOldSegments } from '../../../support/known-limits.js';
import { until } from '../../../support/until.js';
import type { Row } from '../row.js';

/** The target latency is reached, and is not applied behind the live edge, where the speed is the viewer's choice. */
async function holdsLatency({ player, video }: MountedPlayer): Promise<void> {
  const live = () => player.state.current.live;
  await until('the video plays at its target latency', () => Math.abs(live().latency - live().targetLatency) < 1, 30_000);
  expect(live().targetLatency).to.be.within(1.5, 4);
  expect(video.playbackRate).to.be.within(0.95, 1.05);
  expect(player.state.current.playback.rate).to.equal(1);
  player.time.seek(player.state.current.time.seekable.end - 30);
  await until('the video plays behind the live edge', () => !video.seeking && live().latency > 20);
  const before = video.currentTime;
  await until('a second has been played', () => video.currentTime > before + 1);
  expect(video.playbackRate, 'behind the live edge').to.equal(1);
  player.live.seekToEdge();
  await until('the video is at the live edge again', () => live().latency < live().targetLatency + 2);
}

const dayLong = ({ player }: MountedPlayer): Promise<void> =>
  until('the seekable range has 24 hours', () => {
    const { start, end } = player.state.current.time.seekable;
    return end - start > 86_000;
  });

export const liveRows: readonly Row[] = [
  {
    construct: 'low latency, HLS',
    src: '/live/low/hls/master.m3u8',
    engine: 'hls.js',
    picture: false,
    cannot: losesOldSegments,
    shows: holdsLatency
  },
  { construct: 'low latency, DASH', src: '/live/low/dash/manifest.mpd', engine: 'dash.js', picture: false, shows: holdsLatency },
  { construct: 'a day of DVR, HLS', src: '/live/hls/master.m3u8?window=86400', engine: 'hls.js', picture: false, shows: dayLong },
  { construct: 'a day of DVR, DASH', src: '/live/dash/manifest.mpd?window=86400', engine: 'dash.js', picture: false, shows: dayLong },
  {
    construct: 'the end of a live channel',
    src: 'ending/video.m3u8',
    engine: 'hls.js',
    async shows({ player, video }) {
      expect(player.state.current.live.streamType).to.equal('live');
      // The video ends before its event, from which the state learns of it.
      await until('the video and the state have ended', () => video.ended && player.state.current.playback.ended);
      expect(player.state.current.playback).to.include({ ended: true });
      expect(player.state.current.source.error).to.equal(null);
    }
  }
];
