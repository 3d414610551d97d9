import { expect } from 'chai';
import { dashEngine } from '../../../src/media/engines/dash.js';
import { hlsEngine } from '../../../src/media/engines/hls.js';
import { mediaSource } from '../../../src/media/engines/media-source.js';
import { openEarly } from '../../../src/media/engines/open-early.js';
import { unless } from '../../support/unless.js';
import { until } from '../../support/until.js';

const managed = mediaSource() !== MediaSource && 'this browser has a managed one, which opens in another way';

describe('a Media Source that is there before the engine', () => {
  let video: HTMLVideoElement;
  let life: AbortController;
  beforeEach(() => {
    video = document.createElement('video');
    life = new AbortController();
  });

  unless(managed)('is open by the time that the engine comes', async () => {
    const source = openEarly(video, hlsEngine, life.signal)!;
    await until('it is open', () => source.readyState === 'open');
    expect(video.src).to.match(/^blob:/);
  });

  unless(managed)('goes when nobody took it, and leaves an empty video', async () => {
    const source = openEarly(video, hlsEngine, life.signal)!;
    await until('it is open', () => source.readyState === 'open');
    life.abort();
    expect([video.getAttribute('src'), source.readyState]).to.deep.equal([null, 'closed']);
  });

  it('leaves what the video plays instead alone', () => {
    openEarly(video, hlsEngine, life.signal);
    video.src = '/media/film.mp4';
    life.abort();
    expect(video.getAttribute('src')).to.equal('/media/film.mp4');
  });

  it('is not made for an engine that makes its own', () => {
    expect(openEarly(video, dashEngine, life.signal)).to.equal(undefined);
    expect(video.getAttribute('src')).to.equal(null);
  });

  it('is not made where the browser has a managed one, which wants to be given in another way', () => {
    Object.defineProperty(globalThis, 'ManagedMediaSource', { value: class {}, configurable: true });
    try {
      expect(openEarly(video, hlsEngine, life.signal)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(globalThis, 'ManagedMediaSource');
    }
  });
});
