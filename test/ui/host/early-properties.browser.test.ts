import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { unless, webKitGtk } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

const sources = ['/media/cmaf/master.m3u8', '/media/ts/master.m3u8', '/media/cmaf/manifest.mpd', '/media/film.mp4'];

describe('properties that a page sets before a source has loaded', () => {
  expectNoThirdPartyRequests();
  let element: HTMLVideoElement;
  before(async () => {
    // In a variable, so that TypeScript does not look for the module.
    const moduleUrl = '/dist/jet-player.js';
    await import(moduleUrl);
  });
  const addElement = (name: string) => {
    element = document.createElement(name) as HTMLVideoElement;
    element.muted = true;
    document.body.append(element);
    return element;
  };
  afterEach(() => element.remove());

  for (const [name, src] of [...sources.map((source) => ['jet-player', source] as const), ['video', '/media/film.mp4'] as const]) {
    it(`apply to the source: playbackRate of ${name} with ${src}`, async () => {
      addElement(name).src = src;
      element.playbackRate = 1.5;
      await element.play();
      await until('the video plays', () => element.currentTime > 0.3);
      expect(element.playbackRate).to.equal(1.5);
    });

    it(`apply to the source: currentTime of ${name} with ${src}`, async () => {
      addElement(name).src = src;
      element.currentTime = 30;
      // WebKit returns the position only in the player.
      if (name === 'jet-player' || !webKitGtk) expect(element.currentTime, 'before the metadata').to.equal(30);
      await element.play();
      await until('the video plays', () => element.currentTime > 0.3 && element.readyState >= 3 && !element.seeking);
      expect(element.currentTime).to.be.within(30, 40);
    });

    const losesPosition = name === 'video' && webKitGtk && 'WebKitGTK loses a position that is set while it reads the metadata of a file';
    unless(losesPosition)(`apply to the source when they are set one frame after src: ${name} with ${src}`, async () => {
      addElement(name).src = src;
      await new Promise(requestAnimationFrame);
      element.currentTime = 30;
      element.playbackRate = 1.5;
      await element.play();
      await until('the video plays from 30 s', () => element.currentTime > 30.2);
      expect(element.playbackRate).to.equal(1.5);
    });

    it(`do not apply to the next source: playbackRate of ${name} with ${src}`, async () => {
      addElement(name).src = src;
      element.playbackRate = 1.5;
      await element.play();
      element.src = `${src}?next`;
      await element.play();
      await until('the next source plays', () => element.currentTime > 0.3);
      expect(element.playbackRate).to.equal(1);
    });
  }
});
