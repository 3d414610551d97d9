import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { clearRequested, expectToGiveUp, expectToPlayOnWhenFull, requested, silences } from './missing-stretches.js';

describe('media that lack a stretch', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearRequested();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('play on in silence where some segments of a transport stream have no audio (video-only)', () =>
    silences.stretch(mounted, 'video-only'));

  it('play on when the audio of a transport stream begins later (silent)', () => silences.first(mounted, 'silent'));

  it('play on when the audio of a transport stream ends early (video-only)', () => silences.end(mounted, 'video-only'));

  it('end with a plain error, after few requests, when all segments of four DASH renditions with a timeline are missing', () =>
    expectToGiveUp(mounted, 'missing-times'));

  it('play on when every fourth segment of four DASH renditions exists', async () => {
    await mounted.play('/streams/sparse/manifest.mpd');
    await until('the video plays the fourth segment that exists', () => mounted.video.currentTime > 16.3 && mounted.video.readyState >= 3);
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    // The source lists 128 segments, 32 in each rendition.
    expect(requested('/streams/sparse/').length).to.be.lessThan(128);
  });
});

describe('a browser that refuses some segments because its buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/manifest.mpd', () => expectToPlayOnWhenFull('/media/cmaf/manifest.mpd'));
});
