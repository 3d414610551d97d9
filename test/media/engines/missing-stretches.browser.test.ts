import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import {
  clearRequestedPaths,
  expectToGiveUp,
  expectToPlayOnWhenFull,
  expectToPlayThrough,
  requestedPaths,
  expectToPlayWithoutAudio
} from './missing-stretches.js';

describe('a presentation with missing media', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearRequestedPaths();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('plays on when segments in the middle of a transport stream have no audio (silent)', () =>
    expectToPlayWithoutAudio.inTheMiddle(mounted, 'silent'));

  it('plays on when the audio of a transport stream begins later than the video (video-only)', () =>
    expectToPlayWithoutAudio.atTheStart(mounted, 'video-only'));

  it('plays on when the audio of a transport stream ends before the video (silent)', () =>
    expectToPlayWithoutAudio.atTheEnd(mounted, 'silent'));

  it('plays on without a new decoder when the audio of a transport stream begins later and the playlist names its codec', async () => {
    await mounted.play('/streams/ends/video-only-first/master.m3u8');
    await expectToPlayThrough(mounted, 7, 9);
    expect(mounted.player.health.resets).to.equal(0);
  });

  it('starts after first segments that are marked as gaps, and does not request them', async () => {
    mounted.video.autoplay = true;
    mounted.player.load([{ src: '/streams/gaps/first/master.m3u8' }]);
    await until('the video plays after the gap', () => mounted.video.currentTime > 4.2 && mounted.video.readyState >= 3);
    expect(mounted.player.health.rebuilds).to.equal(0);
    expect(requestedPaths('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
    mounted.player.time.seek(0);
    await until(
      'the video plays after the gap again',
      () => !mounted.video.seeking && mounted.video.currentTime > 4.2 && mounted.video.readyState >= 3
    );
    expect(requestedPaths('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('plays on after segments in the middle that are marked as gaps, and does not request them', async () => {
    await mounted.play('/streams/gaps/both/master.m3u8');
    mounted.player.time.seek(7);
    await until('the video plays after the gap', () => mounted.video.currentTime > 12.2 && mounted.video.readyState >= 3);
    expect(mounted.player.health.rebuilds).to.equal(0);
    expect(requestedPaths('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('fails with source/not-found, after few requests, when most segments of four DASH renditions are missing', () =>
    expectToGiveUp(mounted, 'missing'));

  it('plays on from another DASH rendition, without a gap, when a segment of a timeline is missing', async () => {
    await mounted.play('/streams/lower-only/manifest.mpd');
    await until('the video plays on', () => mounted.video.currentTime > 7 && mounted.video.readyState >= 3);
    expect(mounted.player.health.swaps, 'switches to another rendition').to.be.greaterThan(0);
    expect(mounted.player.health).to.include({ rebuilds: 0, jumps: 0, skips: 0 });
    expect(requestedPaths('/streams/lower-only/c/')).to.include('/streams/lower-only/c/4.m4s');
  });

  it('plays when an I-frame playlist lists parts of segments', async () => {
    await mounted.play('/streams/cut/video.m3u8');
    expect(mounted.player.health).to.include({ skips: 0, rebuilds: 0 });
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });

  it('plays when blank lines precede the playlists', async () => {
    await mounted.play('/streams/blank/master.m3u8');
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });
});

describe('a player whose browser refuses segments because the buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/master.m3u8', () => expectToPlayOnWhenFull('/media/cmaf/master.m3u8'));
});
