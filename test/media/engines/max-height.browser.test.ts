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
      it(`lists and fetches only the heights ${heights.join(' and ')} of ${src} when it is ${maxHeight}`, async () => {
        performance.clearResourceTimings();
        const at = await mountPlayer(document.createElement('video'), { maxHeight });
        await at.play(src);
        expect(at.player.state.current.quality.renditions.map(({ height }) => height).sort()).to.deep.equal(heights);
        expect(heights).to.include(at.video.videoHeight);
        at.unmount();
        const fetched = performance.getEntriesByType('resource').map(({ name }) => /video-(\d+)/.exec(name)?.[1]);
        expect(fetched.filter((height) => Number(height) > heights.at(-1)!)).to.deep.equal([]);
      });
    }
  }

  it('keeps renditions without a height', () => {
    expect(capHeight([{}, { height: 0 }], 1)).to.have.length(2);
    expect(capHeight([{}, { height: 720 }, { height: 1080 }], 1)).to.deep.equal([{}, { height: 720 }]);
  });
});
