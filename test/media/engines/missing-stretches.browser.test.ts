import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { clearRequested, expectToGiveUp, expectToPlayOnWhenFull, playsThrough, requested, silences } from './missing-stretches.js';

describe('media that lack a stretch', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    clearRequested();
    at = await mountPlayer();
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it('play on in silence where some segments of a transport stream have no audio (silent)', () => silences.stretch(at, 'silent'));

  it('play on when the audio of a transport stream begins later (video-only)', () => silences.first(at, 'video-only'));

  it('play on when the audio of a transport stream ends early (silent)', () => silences.end(at, 'silent'));

  it('play on when the audio of a transport stream begins later, without a new decoder when the playlist names its codec', async () => {
    await at.play('/streams/ends/video-only-first/master.m3u8');
    await playsThrough(at, 7, 9);
    expect(at.player.health.resets).to.equal(0);
  });

  it('start behind first segments that are marked as gaps, which are not requested', async () => {
    at.video.autoplay = true;
    at.player.load([{ src: '/streams/gaps/first/master.m3u8' }]);
    await until('the video plays behind the gap', () => at.video.currentTime > 4.2 && at.video.readyState >= 3);
    expect(at.player.health.rebuilds).to.equal(0);
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
    at.player.time.seek(0);
    await until('the video plays behind the gap again', () => !at.video.seeking && at.video.currentTime > 4.2 && at.video.readyState >= 3);
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('play over segments in the middle that are marked as gaps, which are not requested', async () => {
    await at.play('/streams/gaps/both/master.m3u8');
    at.player.time.seek(7);
    await until('the video plays behind the gap', () => at.video.currentTime > 12.2 && at.video.readyState >= 3);
    expect(at.player.health.rebuilds).to.equal(0);
    expect(requested('/streams/gaps/').filter((path) => path.includes('gone'))).to.deep.equal([]);
  });

  it('end with a plain error, after few requests, when most segments of four DASH renditions are missing', () =>
    expectToGiveUp(at, 'missing'));

  it('play on, without a gap, when another DASH rendition has a segment of a timeline that is missing', async () => {
    await at.play('/streams/lower-only/manifest.mpd');
    await until('the video plays on', () => at.video.currentTime > 7 && at.video.readyState >= 3);
    expect(at.player.health.swaps, 'switches to another rendition').to.be.greaterThan(0);
    expect(at.player.health).to.include({ rebuilds: 0, jumps: 0, skips: 0 });
    expect(requested('/streams/lower-only/c/')).to.include('/streams/lower-only/c/4.m4s');
  });

  it('play when an I-frame playlist lists parts of segments', async () => {
    await at.play('/streams/cut/video.m3u8');
    expect(at.player.health).to.include({ skips: 0, rebuilds: 0 });
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });

  it('play when blank lines precede the playlists', async () => {
    await at.play('/streams/blank/master.m3u8');
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  });
});

describe('a browser that refuses some segments because its buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/master.m3u8', () => expectToPlayOnWhenFull('/media/cmaf/master.m3u8'));
});
