import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';
import {
  clearRequestedPaths,
  expectToGiveUp,
  expectToPlayOnWhenFull,
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

  it('plays on when segments in the middle of a transport stream have no audio (video-only)', () =>
    expectToPlayWithoutAudio.inTheMiddle(mounted, 'video-only'));

  it('plays on when the audio of a transport stream begins later than the video (silent)', () =>
    expectToPlayWithoutAudio.atTheStart(mounted, 'silent'));

  it('plays on when the audio of a transport stream ends before the video (video-only)', () =>
    expectToPlayWithoutAudio.atTheEnd(mounted, 'video-only'));

  it('fails with source/not-found, after few requests, when all segments of four DASH renditions with a timeline are missing', () =>
    expectToGiveUp(mounted, 'missing-times'));

  it('plays on when only every fourth segment of four DASH renditions exists', async () => {
    await mounted.play('/streams/sparse/manifest.mpd');
    await until('the video plays the fourth segment that exists', () => mounted.video.currentTime > 16.3 && mounted.video.readyState >= 3);
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    // The source lists 128 segments, 32 in each rendition.
    expect(requestedPaths('/streams/sparse/').length).to.be.lessThan(128);
  });
});

describe('a player whose browser refuses segments because the buffer is full', () => {
  expectNoThirdPartyRequests();

  it('keeps its engine and plays on: /media/cmaf/manifest.mpd', () => expectToPlayOnWhenFull('/media/cmaf/manifest.mpd'));
});
