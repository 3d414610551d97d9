import { expect } from 'chai';
import { observeOutput } from '../../../../src/media/engines/mse/media-output.js';

describe('observeOutput()', () => {
  it('reports the Media Source of the video, and not one that the engine creates for previews later', async () => {
    const realm = { URL };
    const [video, preview] = [document.createElement('video'), document.createElement('video')];
    const output = observeOutput(realm, video, []);
    const [main, other] = [new MediaSource(), new MediaSource()];
    video.src = realm.URL.createObjectURL(main);
    preview.src = realm.URL.createObjectURL(other);
    await Promise.all(
      [main, other].map((source) => new Promise((resolve) => source.addEventListener('sourceopen', resolve, { once: true })))
    );
    main.addSourceBuffer('video/mp4; codecs="avc1.42c01e"');
    expect(output.bufferedEnd()).to.equal(0);
    output.end();
    expect([main.readyState, other.readyState]).to.deep.equal(['ended', 'open']);
  });
});
