import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer } from '../../support/mount-player.js';
import { capHeight } from '../../../src/media/engines/cap-height.js';

const sources = ['/media/cmaf/master.m3u8', '/media/ts/master.m3u8', '/media/cmaf/manifest.mpd'];

describe('maxHeight', () => {
  expectNoThirdPartyRequests();

  for (const src of sources) {
    for (const [maxHeight, heights] of [
      [300, [240]],
      [100, [240]],
      [360, [240, 360]]
    ] as const) {
      it(`limits the listed and fetched renditions of ${src} to the heights ${heights.join(' and ')} when it is ${maxHeight}`, async () => {
        performance.clearResourceTimings();
        const mounted = await mountPlayer(document.createElement('video'), { maxHeight });
        await mounted.play(src);
        expect(mounted.player.state.current.quality.renditions.map(({ height }) => height).sort()).to.deep.equal(heights);
        expect(heights).to.include(mounted.video.videoHeight);
        mounted.unmount();
        const fetchedHeights = performance.getEntriesByType('resource').map(({ name }) => /video-(\d+)/.exec(name)?.[1]);
        expect(fetchedHeights.filter((height) => Number(height) > heights.at(-1)!)).to.deep.equal([]);
      });
    }
  }
});

describe('capHeight()', () => {
  it('keeps renditions without a height, and the lowest rendition with one', () => {
    expect(capHeight([{}, { height: 0 }], 1)).to.have.length(2);
    expect(capHeight([{}, { height: 720 }, { height: 1080 }], 1)).to.deep.equal([{}, { height: 720 }]);
  });
});
