import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Seconds by which an engine may correct its start position: two audio frames. */
const correction = 0.05;

const sources = { 'hls.js': '/media/cmaf/master.m3u8', 'dash.js': '/media/cmaf/manifest.mpd' };
const channels = { 'hls.js': '/live/low/hls/master.m3u8', 'dash.js': '/live/low/dash/manifest.mpd' };

describe('the first seconds of playback', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const engine of ['hls.js', 'dash.js'] as const) {
    for (const [presentation, src, startTime] of [
      ['a presentation that starts at 30 s', sources[engine], 30],
      ['a live channel', channels[engine], undefined]
    ] as const) {
      it(`contain no seek by ${engine} in ${presentation}`, async () => {
        mounted = await mountPlayer();
        const { player, video } = mounted;
        let seeks: number[] | undefined;
        let startPosition = Infinity;
        const recordStart = () => {
          seeks = [];
          startPosition = video.currentTime;
        };
        video.addEventListener('playing', recordStart, { once: true });
        video.addEventListener('seeking', () => video.currentTime > startPosition + correction && seeks?.push(video.currentTime));
        player.load([{ src }], startTime);
        await player.playback.play();
        await until('the video plays', () => seeks !== undefined);
        await until('two seconds have played', () => video.currentTime > startPosition + 2);
        expect(seeks, 'positions that were sought since the first frame').to.deep.equal([]);
      });
    }
  }
});
