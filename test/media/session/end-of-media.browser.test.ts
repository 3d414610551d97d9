import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Streams of `test/promises/streams/endings.mjs`, in HLS and DASH, and what is unusual about their end. */
const cases = [
  ['the last audio segment lasts 10 ms', 'audio-tail'],
  ['the last video segment lasts 10 ms', 'video-tail'],
  ['an audio segment of 10 ms follows the video', 'extra-audio'],
  ['the audio ends eight seconds before the video', 'short-audio'],
  ['the video ends eight seconds before the audio', 'short-video'],
  ['the last segments are shorter than announced', 'half-video'],
  ['the last segments are longer than announced', 'long-video']
] as const;

const sources = [
  ...cases.flatMap(([what, name]) =>
    ['master.m3u8', 'manifest.mpd'].map((manifest) => [what, `/streams/ends/${name}/${manifest}`] as const)
  ),
  ['the MPD is longer than its listed segments', '/streams/ends/long-mpd/manifest.mpd'],
  ['the MPD is shorter than its listed segments', '/streams/ends/short-mpd/manifest.mpd'],
  ['the MPD is longer than its numbered segments', '/streams/ends/long-numbers/manifest.mpd'],
  ['the MPD is shorter than its numbered segments', '/streams/ends/short-numbers/manifest.mpd'],
  ['the audio of a transport stream ends early', '/streams/ends/silent-end/video.m3u8']
] as const;

describe('the end of media', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  /** Plays a source, and then its last second. */
  async function playEnd(src: string): Promise<void> {
    await at.play(src);
    at.player.time.seek(at.video.duration - 1);
  }

  for (const [what, src] of sources) {
    it(`is reached with the same engine when ${what}: ${src}`, async () => {
      await playEnd(src);
      await until('the video has ended', () => at.video.ended);
      expect(at.player.health.rebuilds, 'new engines').to.equal(0);
      expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    });
  }

  it('is reached when playback arrives where the video ends before the audio', async () => {
    await at.play('/streams/ends/short-video/manifest.mpd');
    at.player.time.seek(55);
    await until('the video has ended', () => at.video.ended);
    expect(at.player.health.rebuilds).to.equal(0);
  });

  for (const src of [
    '/streams/ends/audio-tail/master.m3u8',
    '/streams/ends/short-audio/manifest.mpd',
    '/streams/ends/long-numbers/manifest.mpd'
  ])
    it(`is followed by the beginning with loop: ${src}`, async () => {
      at.video.loop = true;
      await playEnd(src);
      await until('the video plays the end', () => at.video.currentTime > 50);
      await until('the video plays from the beginning', () => at.video.currentTime < 10 && at.video.currentTime > 0.3 && !at.video.seeking);
      expect(at.player.health.rebuilds).to.equal(0);
    });

  for (const src of ['/media/cmaf/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'])
    it(`is not followed by playback when the page seeks to the beginning: ${src}`, async () => {
      let seeked = false;
      at.video.addEventListener('ended', () => (at.video.currentTime = 0));
      await playEnd(src);
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

  it('of a live channel makes it on demand: DASH', async () => {
    await at.play('/streams/ends/live/1.mpd');
    expect(at.player.state.current.live.streamType).to.equal('live');
    await until('the video is on demand', () => at.player.state.current.live.streamType === 'on-demand');
    expect(at.player.session.engine!.livePosition()).to.equal(null);
    await until('the video has ended', () => at.video.ended);
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });
});
