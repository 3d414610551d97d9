import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { expectEnd, expectLoop, isRepresentative, playEnd, sources } from './end-of-media.js';

describe('the end of media', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  for (const [what, src] of sources.filter(isRepresentative))
    it(`is reached with the same engine when ${what}: ${src}`, () => expectEnd(at, src));

  const looped = '/streams/ends/short-audio/manifest.mpd';
  it(`is followed by the beginning with loop: ${looped}`, () => expectLoop(at, looped));

  for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'])
    it(`is not followed by playback when the page seeks to the beginning: ${src}`, async () => {
      let seeked = false;
      at.video.addEventListener('ended', () => (at.video.currentTime = 0));
      await playEnd(at, src);
      await until('the video is at its beginning', () => at.video.currentTime === 0 && !at.video.seeking && at.video.readyState >= 2);
      at.video.addEventListener('seeked', () => (seeked = true));
      expect(at.video.paused).to.equal(true);
      expect(at.player.session.playIntent, 'a request to play').to.equal(false);
      // A later seek is finished before the video would be asked to play.
      at.video.currentTime = 20;
      await until('the video is at 20 s', () => seeked);
      expect([at.video.paused, at.player.health.replays]).to.deep.equal([true, 0]);
      await at.player.playback.play();
      await until('the video plays', () => at.video.currentTime > 20.2);
    });
});
