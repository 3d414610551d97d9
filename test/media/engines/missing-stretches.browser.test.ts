import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Returns the paths that were requested below `folder`. */
const requested = (folder: string): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith(folder));

describe('media that lack a stretch', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(2000);
    at = await mountPlayer();
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  /** Plays without an interruption from one position to another, in seconds, with the same engine. */
  async function playsThrough(from: number, to: number): Promise<void> {
    at.player.time.seek(from);
    let stalled = 0;
    await until(`the video plays from ${from} s`, () => !at.video.seeking && at.video.currentTime >= from && at.video.readyState >= 3);
    const countStall = () => (stalled += at.video.readyState < 2 ? 1 : 0);
    at.video.addEventListener('timeupdate', countStall);
    await until(`the video plays to ${to} s`, () => at.video.currentTime >= to);
    expect(at.video.currentTime).to.be.lessThan(to + 2);
    const { rebuilds, jumps, nudges } = at.player.health;
    expect({ rebuilds, jumps, nudges }).to.deep.equal({ rebuilds: 0, jumps: 0, nudges: 0 });
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  }

  for (const name of ['silent', 'video-only']) {
    it(`play on in silence where some segments of a transport stream have no audio (${name})`, async () => {
      await at.play(`/streams/ends/${name}-stretch/video.m3u8`);
      await playsThrough(7, 9);
      await playsThrough(15, 17);
    });

    it(`play on when the audio of a transport stream begins later (${name})`, async () => {
      await at.play(`/streams/ends/${name}-first/video.m3u8`);
      await playsThrough(7, 9);
    });

    it(`play on when the audio of a transport stream ends early (${name})`, async () => {
      await at.play(`/streams/ends/${name}-end/video.m3u8`);
      await playsThrough(7, 9);
    });
  }

  it('play on when the audio of a transport stream begins later, without a new decoder when the playlist names its codec', async () => {
    await at.play('/streams/ends/video-only-first/master.m3u8');
    await playsThrough(7, 9);
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

  for (const [what, name] of [
    ['most segments of four DASH renditions are missing', 'missing'],
    ['all segments of four DASH renditions with a timeline are missing', 'missing-times']
  ] as const)
    it(`end with a plain error, after few requests, when ${what}`, async () => {
      at.video.autoplay = true;
      at.player.load([{ src: `/streams/${name}/manifest.mpd` }]);
      await until('the player gives up', () => at.player.state.current.source.status === 'failed');
      expect(at.player.state.current.source.error!.code).to.equal('source/not-found');
      expect(at.player.health.rebuilds).to.equal(0);
      expect(requested(`/streams/${name}/`).length).to.be.lessThan(40);
      expect(requested('/media/cmaf/video-240/init.mp4').length, 'init segments').to.be.lessThan(12);
    });

  it('play on, without a gap, when another DASH rendition has a segment of a timeline that is missing', async () => {
    await at.play('/streams/lower-only/manifest.mpd');
    await until('the video plays on', () => at.video.currentTime > 7 && at.video.readyState >= 3);
    expect(at.player.health.swaps, 'switches to another rendition').to.be.greaterThan(0);
    expect(at.player.health).to.include({ rebuilds: 0, jumps: 0, skips: 0 });
    expect(requested('/streams/lower-only/c/')).to.include('/streams/lower-only/c/4.m4s');
  });

  it('play on when every fourth segment of four DASH renditions exists', async () => {
    await at.play('/streams/sparse/manifest.mpd');
    await until('the video plays the fourth segment that exists', () => at.video.currentTime > 16.3 && at.video.readyState >= 3);
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    // The source lists 128 segments, 32 in each rendition.
    expect(requested('/streams/sparse/').length).to.be.lessThan(128);
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
  let at: MountedPlayer;
  const { appendBuffer } = SourceBuffer.prototype;
  afterEach(() => {
    SourceBuffer.prototype.appendBuffer = appendBuffer;
    at.unmount();
  });
  expectNoThirdPartyRequests();

  for (const src of ['/media/cmaf/manifest.mpd', '/media/cmaf/master.m3u8'])
    it(`keeps its engine and plays on: ${src}`, async () => {
      let appends = 0;
      let refused = 0;
      SourceBuffer.prototype.appendBuffer = function (data) {
        appends += 1;
        if (appends > 4 && refused < 6) {
          refused += 1;
          throw new DOMException('The SourceBuffer is full.', 'QuotaExceededError');
        }
        appendBuffer.call(this, data);
      };
      at = await mountPlayer();
      await at.play(src);
      await until('the video plays on', () => at.video.currentTime > 6 && refused === 6);
      expect(at.player.health.rebuilds).to.equal(0);
      expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
    });
});
