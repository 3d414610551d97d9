import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { expectEnd, expectLoop, isRepresentative, playEnd, sources } from './end-of-media.js';

describe('the end of media', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [ending, src] of sources.filter(isRepresentative))
    it(`is reached with the same engine when ${ending}: ${src}`, () => expectEnd(mounted, src));

  const looped = '/streams/ends/short-audio/manifest.mpd';
  it(`is followed by the beginning with loop: ${looped}`, () => expectLoop(mounted, looped));

  for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'])
    it(`is not followed by playback when the page seeks to the beginning: ${src}`, async () => {
      let seeked = false;
      mounted.video.addEventListener('ended', () => (mounted.video.currentTime = 0));
      await playEnd(mounted, src);
      await until(
        'the video is at its beginning',
        () => mounted.video.currentTime === 0 && !mounted.video.seeking && mounted.video.readyState >= 2
      );
      mounted.video.addEventListener('seeked', () => (seeked = true));
      expect(mounted.video.paused).to.equal(true);
      expect(mounted.player.session.playIntent, 'a request to play').to.equal(false);
      // A player that still wanted playback would ask the video to play before this seek ends.
      mounted.video.currentTime = 20;
      await until('the video is at 20 s', () => seeked);
      expect([mounted.video.paused, mounted.player.health.replays]).to.deep.equal([true, 0]);
      await mounted.player.playback.play();
      await until('the video plays', () => mounted.video.currentTime > 20.2);
    });
});
