import { expect } from 'chai';
import type { RequestHook } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const secret = 'Tok3n-that-must-stay-secret';
const below = `/streams/signed/${secret}`;

const signs: RequestHook = (request) => {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/streams/signed/')) url.searchParams.set('sig', secret);
  request.url = url.href;
};
const sendsHeader: RequestHook = async ({ headers }) => {
  await Promise.resolve();
  headers.set('x-sig', secret);
};

const streams = [
  ['hls.js', 'cea-608/master.m3u8'],
  ['dash.js', 'base/manifest.mpd'],
  ['file', 'files/film.webm']
] as const;

describe('signed URLs', () => {
  expectNoThirdPartyRequests();

  for (const [engine, path] of streams) {
    it(`play when requestHook signs every request: ${engine}`, async () => {
      const at = await mountPlayer(undefined, { requestHook: signs });
      await at.play(`${below}/${path}`);
      await until('the video plays', () => at.video.currentTime > 0.3);
      expect(at.player.session.engineName).to.equal(engine);
      at.unmount();
    });
  }

  it('canary: fail without requestHook', async () => {
    for (const [, path] of streams) {
      const at = await mountPlayer();
      at.player.load([{ src: `${below}/${path}` }]);
      await until('the player failed', () => at.player.state.current.source.status === 'failed');
      expect(at.player.state.current.source.error?.code).to.equal('source/not-authorised');
      at.unmount();
    }
  });

  it('play when an asynchronous requestHook adds a header', async () => {
    const at = await mountPlayer(undefined, { requestHook: sendsHeader });
    await at.play(`${below}/cea-608/master.m3u8`);
    at.unmount();
  });

  it('are checked by the policy after requestHook', async () => {
    const at = await mountPlayer(undefined, { requestHook: (request) => void (request.url = 'https://elsewhere.test/film.m3u8') });
    at.player.load([{ src: '/media/cmaf/master.m3u8' }]);
    await until('the player failed', () => at.player.state.current.source.status === 'failed');
    expect(at.player.state.current.source.error?.code).to.equal('policy/blocked');
    expect(at.player.privacy.report().blocked).to.deep.include({
      origin: 'https://elsewhere.test',
      kind: 'manifest',
      rule: 'not-listed',
      count: 1
    });
    at.unmount();
  });

  it('are replaced by refreshSource after a rejection, and position and selection are kept', async () => {
    let valid = 'first';
    const refreshSource = (src: string) => Promise.resolve(src.replace(/first/g, 'second'));
    const at = await mountPlayer(undefined, { refreshSource, requestHook: (request) => void request.headers.set('x-sig', valid) });
    await at.play('/streams/signed/first/byte-range/video.m3u8');
    at.player.time.seek(40);
    await until('the video plays from 40 s', () => !at.video.seeking && at.video.currentTime > 40.2);
    at.player.quality.choose('0');
    valid = 'second';
    // This position is not buffered, so its segment is requested and rejected.
    at.player.time.seek(6);
    await until(
      'the video plays with the new URL',
      () => at.player.health.renewals === 1 && at.video.currentTime > 6.2 && !at.video.seeking
    );
    await at.untilFrameMatchesClock();
    expect(at.video.currentTime).to.be.within(6, 12);
    expect(at.player.state.current.quality.choice).to.equal('0');
    at.unmount();
  });

  it('are replaced by refreshSource before they expire, and playback does not restart', async () => {
    let calls = 0;
    const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
    const address = (seconds: number) => `/streams/signed/s/cea-608/video.m3u8?expires=${secondsFromNow(seconds)}&sig=s`;
    const at = await mountPlayer(undefined, { refreshSource: () => ((calls += 1), Promise.resolve(address(3600))) });
    const first = Date.now();
    await at.play(address(4));
    await until('refreshSource was called', () => calls === 1);
    expect(Date.now() - first, 'called in time').to.be.below(4000);
    await until('the first URL has expired', () => Date.now() - first > 5000);
    const { length } = at.video.buffered;
    const end = at.video.buffered.end(length - 1);
    await until('more media is buffered', () => at.video.buffered.end(at.video.buffered.length - 1) > end + 3);
    expect(at.player.health).to.include({ rebuilds: 0, renewals: 0, retries: 0 });
    at.unmount();
  });
});
