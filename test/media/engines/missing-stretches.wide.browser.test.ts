import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import { clearRequested, expectToGiveUp, expectToPlayOnWhenFull, requested, silences } from './missing-stretches.js';

describe('media that lack a stretch', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    clearRequested();
    at = await mountPlayer();
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it('play on in silence where some segments of a transport stream have no audio (video-only)', () => silences.stretch(at, 'video-only'));

  it('play on when the audio of a transport stream begins later (silent)', () => silences.first(at, 'silent'));

  it('play on when the audio of a transport stream ends early (video-only)', () => silences.end(at, 'video-only'));

  it('end with a plain error, after few requests, when all segments of four DASH renditions with a timeline are missing', () =>
    expectToGiveUp(at, 'missing-times'));

  it('play on when every fourth segment of four DASH renditions exists', async () => {
    await at.play('/streams/sparse/manifest.mpd');
    await until('the video plays the fourth segment that exists', () => at.video.currentTime > 16.3 && at.video.readyState >= 3);
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    // The source lists 128 segments, 32 in each rendition.
    expect(requested('/streams/sparse/').length).to.be.lessThan(128);
  });
});

describe('a browser that refuses some segments because its buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/manifest.mpd', () => expectToPlayOnWhenFull('/media/cmaf/manifest.mpd'));
});
