import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { expectEnd, expectLoop, isRepresentative, sources, watchEnd } from './end-of-media.js';

describe('the end of media', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const [ending, src] of sources.filter((source) => !isRepresentative(source)))
    it(`is reached with the same engine when ${ending}: ${src}`, () => expectEnd(mounted, src));

  it('is reached when the video track ends before the audio track', async () => {
    const hasEnded = watchEnd(mounted);
    await mounted.play('/streams/ends/short-video/manifest.mpd');
    mounted.player.time.seek(55);
    await mounted.until('the video has ended', hasEnded);
    expect(mounted.player.health.rebuilds).to.equal(0);
  });

  for (const src of ['/streams/ends/audio-tail/master.m3u8', '/streams/ends/long-numbers/manifest.mpd'])
    it(`is followed by the beginning with loop: ${src}`, () => expectLoop(mounted, src));

  it('turns a live channel into a presentation on demand: DASH', async () => {
    const hasEnded = watchEnd(mounted);
    await mounted.play('/streams/ends/live/1.mpd');
    expect(mounted.player.state.current.live.streamType).to.equal('live');
    await until('the video is on demand', () => mounted.player.state.current.live.streamType === 'on-demand');
    expect(mounted.player.session.engine!.livePosition()).to.equal(null);
    await mounted.until('the video has ended', hasEnded);
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });
});
