import { expect } from 'chai';
import { trackOpenResources, type OpenResources } from '../support/open-resources.js';
import { expectNoThirdPartyRequests } from '../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../support/mount-player.js';
import { until } from '../support/until.js';

const sources = [
  '/media/cmaf/master.m3u8',
  '/media/ts/master.m3u8',
  '/media/cmaf/manifest.mpd',
  '/media/film.mp4',
  '/live/hls/master.m3u8',
  '/live/dash/manifest.mpd'
];

describe('destroy() leaves no timer, worker, request or listener', () => {
  const video = document.createElement('video');
  let readOpenResources: () => OpenResources;
  before(() => void (readOpenResources = trackOpenResources([window, document, video])));
  expectNoThirdPartyRequests();

  it('canary: the test counts a timer, a worker, a request and a listener', async () => {
    const before = readOpenResources();
    const timer = setInterval(() => undefined, 1000);
    const worker = new Worker(URL.createObjectURL(new Blob(['onmessage = () => 0'])));
    const listener = () => undefined;
    window.addEventListener('resize', listener);
    const request = fetch('/media/film.mp4');
    const during = readOpenResources();
    expect(during.timers).to.equal(before.timers + 1);
    expect(during.workers).to.equal(before.workers + 1);
    expect(during.requests).to.equal(before.requests + 1);
    expect(during.listeners).to.deep.equal(['Window resize x1']);
    clearInterval(timer);
    worker.terminate();
    window.removeEventListener('resize', listener);
    await request;
    expect(readOpenResources().listeners).to.deep.equal([]);
  });

  for (const src of sources) {
    for (const moment of ['while it plays', 'while it loads'] as const) {
      it(`when it is called ${moment}: ${src}`, async () => {
        const before = readOpenResources();
        const mounted: MountedPlayer = await mountPlayer(video);
        if (moment === 'while it plays') await mounted.play(src);
        else mounted.player.load([{ src }]);
        mounted.unmount();
        await until('requests, workers and timers have ended', () => {
          const { requests, workers, timers } = readOpenResources();
          return requests === before.requests && workers === before.workers && timers <= before.timers;
        });
        expect(readOpenResources().listeners).to.deep.equal(before.listeners);
        expect(video.getAttribute('src')).to.equal(null);
      });
    }
  }
});
