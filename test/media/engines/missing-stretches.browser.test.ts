import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { clearRequested, expectToGiveUp, expectToPlayOnWhenFull, playsThrough, requested, silences } from './missing-stretches.js';

describe('media that lack a stretch', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearRequested();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('play on in silence where some segments of a transport stream have no audio (silent)', () => silences.stretch(mounted, 'silent'));

  it('play on when the audio of a transport stream begins later (video-only)', () => silences.first(mounted, 'video-only'));

  it('play on when the audio of a transport stream ends early (silent)', () => silences.end(mounted, 'silent'));

  it('play on when the audio of a transport stream begins later, without a new decoder when the playlist names its codec', async () => {
    await mounted.play('/streams/ends/video-only-first/master.m3u8');
    await playsThrough(mounted, 7, 9);
    expect(mounted.player.health.resets).to.equal(0);
  });

  it('start behind first segments that are marked as gaps, which are not requested', async () => {
    mounted.video.autoplay = true;
    mounted.player.load([{ src: '/streams/gaps/first/master.m3u8' }]);
    await until('the video plays behind the gap', () => mounted.video.currentTime > 4.2 && mounted.video.readyState >= 3);
    expect(mounted.player.health.rebuilds).to.equal(0);
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
    mounted.player.time.seek(0);
    await until(
      'the video plays behind the gap again',
      () => !mounted.video.seeking && mounted.video.currentTime > 4.2 && mounted.video.readyState >= 3
    );
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('play over segments in the middle that are marked as gaps, which are not requested', async () => {
    await mounted.play('/streams/gaps/both/master.m3u8');
    mounted.player.time.seek(7);
    await until('the video plays behind the gap', () => mounted.video.currentTime > 12.2 && mounted.video.readyState >= 3);
    expect(mounted.player.health.rebuilds).to.equal(0);
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('end with a plain error, after few requests, when most segments of four DASH renditions are missing', () =>
    expectToGiveUp(mounted, 'missing'));

  it('play on, without a gap, when another DASH rendition has a segment of a timeline that is missing', async () => {
    await mounted.play('/streams/lower-only/manifest.mpd');
    await until('the video plays on', () => mounted.video.currentTime > 7 && mounted.video.readyState >= 3);
    expect(mounted.player.health.swaps, 'switches to another rendition').to.be.greaterThan(0);
    expect(mounted.player.health).to.include({ rebuilds: 0, jumps: 0, skips: 0 });
    expect(requested('/streams/lower-only/c/')).to.include('/streams/lower-only/c/4.m4s');
  });

  it('play when an I-frame playlist lists parts of segments', async () => {
    await mounted.play('/streams/cut/video.m3u8');
    expect(mounted.player.health).to.include({ skips: 0, rebuilds: 0 });
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });

  it('play when blank lines precede the playlists', async () => {
    await mounted.play('/streams/blank/master.m3u8');
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });
});

describe('a browser that refuses some segments because its buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/master.m3u8', () => expectToPlayOnWhenFull('/media/cmaf/master.m3u8'));
});
