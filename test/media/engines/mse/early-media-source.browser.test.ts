import { expect } from 'chai';
import { dashEngine } from '../../../../src/media/engines/dash.js';
import { hlsEngine } from '../../../../src/media/engines/hls.js';
import { mediaSourceClass } from '../../../../src/media/engines/mse/media-source.js';
import { attachEarlyMediaSource } from '../../../../src/media/engines/mse/early-media-source.js';
import { unless } from '../../../support/known-limits.js';
import { until } from '../../../support/until.js';

const skipReason = mediaSourceClass() !== MediaSource && 'this browser has ManagedMediaSource, which opens in another way';

describe('attachEarlyMediaSource()', () => {
  let video: HTMLVideoElement;
  let lifetime: AbortController;
  beforeEach(() => {
    video = document.createElement('video');
    lifetime = new AbortController();
  });

  unless(skipReason)('opens a Media Source on the video before the engine exists', async () => {
    const source = attachEarlyMediaSource(video, hlsEngine, lifetime.signal)!;
    await until('the Media Source is open', () => source.readyState === 'open');
    expect(video.src).to.match(/^blob:/);
  });

  unless(skipReason)('removes the Media Source from the video when no engine used it', async () => {
    const source = attachEarlyMediaSource(video, hlsEngine, lifetime.signal)!;
    await until('the Media Source is open', () => source.readyState === 'open');
    lifetime.abort();
    expect([video.getAttribute('src'), source.readyState]).to.deep.equal([null, 'closed']);
  });

  it('does not remove another source that the video has by then', () => {
    attachEarlyMediaSource(video, hlsEngine, lifetime.signal);
    video.src = '/media/film.mp4';
    lifetime.abort();
    expect(video.getAttribute('src')).to.equal('/media/film.mp4');
  });

  it('does nothing for an engine that creates its own Media Source', () => {
    expect(attachEarlyMediaSource(video, dashEngine, lifetime.signal)).to.equal(undefined);
    expect(video.getAttribute('src')).to.equal(null);
  });

  it('does nothing when the browser has ManagedMediaSource, which opens in another way', () => {
    Object.defineProperty(globalThis, 'ManagedMediaSource', { value: class {}, configurable: true });
    try {
      expect(attachEarlyMediaSource(video, hlsEngine, lifetime.signal)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(globalThis, 'ManagedMediaSource');
    }
  });
});
