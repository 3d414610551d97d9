import { expect } from 'chai';
import type { SourceInput } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const hevc = 'hvc1.1.6.L93.B0';
const hevcFile = '/streams/undecodable/film.mp4';
const playable: SourceInput = { src: '/media/film.mp4', type: 'video/mp4' };

/** The number of requests of the page for this path since the test began. */
const requestsFor = (path: string): number => performance.getEntriesByType('resource').filter(({ name }) => name.includes(path)).length;

describe('a source that the browser cannot decode', () => {
  expectNoThirdPartyRequests();
  let mounted: MountedPlayer;
  beforeEach(async function () {
    if (document.createElement('video').canPlayType(`video/mp4; codecs="${hevc}"`)) this.skip();
    performance.clearResourceTimings();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted?.unmount());

  const load = (...sources: readonly SourceInput[]) => {
    mounted.video.autoplay = true;
    mounted.player.load(sources);
  };
  const error = () => mounted.player.state.current.source.error;
  const waitForFailure = () => until('the player failed', () => error() !== null);
  // The next source may begin where the audio of the first one was, before its engine reports that it has started.
  const waitForVideo = () =>
    until(
      'the video plays',
      () => mounted.video.currentTime > 0.3 && mounted.video.videoWidth > 0 && mounted.player.state.current.source.status === 'ready'
    );

  for (const [format, src, type] of [
    ['a file', hevcFile, 'video/mp4'],
    ['HLS', '/streams/undecodable/hevc.m3u8', 'application/vnd.apple.mpegurl'],
    ['DASH', '/streams/undecodable/hevc.mpd', 'application/dash+xml']
  ] as const) {
    const declared = { src, type: `${type}; codecs="${hevc}, mp4a.40.2"` };

    it(`is not requested when its type declares the codecs, and the next source plays: ${format}`, async () => {
      load(declared, playable);
      await waitForVideo();
      expect(mounted.player.session.source?.url.pathname).to.equal('/media/film.mp4');
      expect(requestsFor(src), 'requests for the first source').to.equal(0);
    });

    it(`fails with media/unsupported-codec, which names the declared codec, when there is no other: ${format}`, async () => {
      load(declared);
      await waitForFailure();
      expect(error()).to.include({ code: 'media/unsupported-codec' });
      expect(error()!.message).to.include(hevc).and.not.include('mp4a');
    });
  }

  it('is replaced by the next source when its video track yields no frame, although its audio plays', async () => {
    load({ src: hevcFile }, playable);
    await waitForVideo();
    expect(mounted.player.session.source?.url.pathname).to.equal('/media/film.mp4');
  });

  it('fails with media/unsupported-codec, which names the sample entry, when its video track yields no frame', async () => {
    load({ src: hevcFile });
    await waitForFailure();
    expect(error()).to.include({ code: 'media/unsupported-codec' });
    expect(error()!.message).to.include('hvc1');
  });

  for (const [name, expectedText] of [
    ['mpeg2', 'MPEG-2'],
    ['mpeg4-visual', 'MPEG-4 Visual'],
    ['latm', 'LATM'],
    ['dts', 'DTS'],
    ['eac3', 'E-AC-3'],
    ['scte35', 'neither audio nor video'],
    ['nothing', 'neither audio nor video'],
    ['hevc', 'hvc1']
  ] as const)
    it(`fails with media/unsupported-codec, which says what an HLS segment contains, at the first segment: ${name}`, async () => {
      load({ src: `/streams/undecodable/${name}.m3u8` });
      await waitForFailure();
      expect(error()).to.include({ code: 'media/unsupported-codec' });
      expect(error()!.message).to.include(expectedText);
      expect(mounted.player.session.health.current).to.include({ rebuilds: 0, nudges: 0, jumps: 0 });
    });

  for (const [name, expectedText] of [
    ['hevc.mpd', 'declares no codecs'],
    ['hevc-declared.mpd', hevc]
  ] as const)
    it(`fails with media/unsupported-codec, which says what an MPD declares: ${name}`, async () => {
      load({ src: `/streams/undecodable/${name}` });
      await waitForFailure();
      expect(error()).to.include({ code: 'media/unsupported-codec' });
      expect(error()!.message).to.include(expectedText);
      expect(mounted.player.session.health.current).to.include({ rebuilds: 0 });
    });

  it('is replaced by the next source when an HLS segment contains no codec that the browser decodes', async () => {
    load({ src: '/streams/undecodable/mpeg2.m3u8' }, playable);
    await waitForVideo();
    expect(mounted.player.session.source?.url.pathname).to.equal('/media/film.mp4');
  });

  it('canary: a transport stream with H.264 and AAC plays', async () => {
    load({ src: '/media/ts/master.m3u8' });
    await waitForVideo();
  });

  it('canary: a file without a video track plays, even when its type says video', async () => {
    load({ src: '/streams/files/sound.m4a', type: 'video/mp4; codecs="mp4a.40.2"' });
    await until('the audio plays', () => mounted.video.currentTime > 0.3);
    expect(error()).to.equal(null);
  });

  it('canary: a file whose container type the browser does not know plays', async () => {
    load({ src: '/media/film.mp4', type: 'video/quicktime; codecs="avc1.4d401e"' });
    await waitForVideo();
  });
});
