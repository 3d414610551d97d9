import { expect } from 'chai';
import type { RequestHook } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const secret = 'Tok3n-that-must-stay-secret';
const signedFolder = `/streams/signed/${secret}`;

const addSignature: RequestHook = (request) => {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/streams/signed/')) url.searchParams.set('sig', secret);
  request.url = url.href;
};
const addHeader: RequestHook = async ({ headers }) => {
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
    it(`play with the engine ${engine} when requestHook signs every request`, async () => {
      const mounted = await mountPlayer(undefined, { requestHook: addSignature });
      await mounted.play(`${signedFolder}/${path}`);
      await until('the video plays', () => mounted.video.currentTime > 0.3);
      expect(mounted.player.session.engineName).to.equal(engine);
      mounted.unmount();
    });
  }

  it('canary: do not play without requestHook', async () => {
    for (const [, path] of streams) {
      const mounted = await mountPlayer();
      mounted.player.load([{ src: `${signedFolder}/${path}` }]);
      await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
      expect(mounted.player.state.current.source.error?.code).to.equal('source/not-authorised');
      mounted.unmount();
    }
  });

  it('play when an asynchronous requestHook adds a header', async () => {
    const mounted = await mountPlayer(undefined, { requestHook: addHeader });
    await mounted.play(`${signedFolder}/cea-608/master.m3u8`);
    mounted.unmount();
  });

  it('are checked by the policy after requestHook has changed them', async () => {
    const mounted = await mountPlayer(undefined, { requestHook: (request) => void (request.url = 'https://elsewhere.test/film.m3u8') });
    mounted.player.load([{ src: '/media/cmaf/master.m3u8' }]);
    await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
    expect(mounted.player.state.current.source.error?.code).to.equal('policy/blocked');
    expect(mounted.player.privacy.report().blocked).to.deep.include({
      origin: 'https://elsewhere.test',
      kind: 'manifest',
      rule: 'not-listed',
      count: 1
    });
    mounted.unmount();
  });

  it('are replaced by refreshSource after a rejection, and position and selection are kept', async () => {
    let validSignature = 'first';
    const refreshSource = (src: string) => Promise.resolve(src.replace(/first/g, 'second'));
    const mounted = await mountPlayer(undefined, {
      refreshSource,
      requestHook: (request) => void request.headers.set('x-sig', validSignature)
    });
    await mounted.play('/streams/signed/first/byte-range/video.m3u8');
    mounted.player.time.seek(40);
    await until('the video plays from 40 s', () => !mounted.video.seeking && mounted.video.currentTime > 40.2);
    mounted.player.quality.choose('0');
    validSignature = 'second';
    // This position is not buffered, so its segment is requested, and rejected with the first signature.
    mounted.player.time.seek(6);
    await until(
      'the video plays with the new URL',
      () => mounted.player.health.renewals === 1 && mounted.video.currentTime > 6.2 && !mounted.video.seeking
    );
    await mounted.untilFrameMatchesClock();
    expect(mounted.video.currentTime).to.be.within(6, 12);
    expect(mounted.player.state.current.quality.choice).to.equal('0');
    mounted.unmount();
  });

  it('are replaced by refreshSource before they expire, and playback does not restart', async () => {
    let calls = 0;
    const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
    const expiringUrl = (seconds: number) => `/streams/signed/s/cea-608/video.m3u8?expires=${secondsFromNow(seconds)}&sig=s`;
    const mounted = await mountPlayer(undefined, { refreshSource: () => ((calls += 1), Promise.resolve(expiringUrl(3600))) });
    const startMs = Date.now();
    await mounted.play(expiringUrl(4));
    await until('refreshSource was called', () => calls === 1);
    expect(Date.now() - startMs, 'milliseconds until the call').to.be.below(4000);
    await until('the first URL has expired', () => Date.now() - startMs > 5000);
    const { length } = mounted.video.buffered;
    const bufferedEnd = mounted.video.buffered.end(length - 1);
    await until('more media is buffered', () => mounted.video.buffered.end(mounted.video.buffered.length - 1) > bufferedEnd + 3);
    expect(mounted.player.health).to.include({ rebuilds: 0, renewals: 0, retries: 0 });
    mounted.unmount();
  });
});
