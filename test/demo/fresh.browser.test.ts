import { expect } from 'chai';

// A browser that keeps a live manifest plays the past, and asks for segments that are long gone.
describe('what the tests are played comes as the demo sends it', () => {
  for (const path of [
    '/live/dash/manifest.mpd',
    '/live/low/dash/manifest.mpd',
    '/live/low/hls/master.m3u8',
    '/live/low/segments/video-240/0.m4s'
  ])
    it(`${path} may not be kept`, async () => {
      const response = await fetch(path);
      await response.text();
      expect(response.headers.get('cache-control')).to.equal('no-cache');
    });

  it('and a film says what it says on the demo', async () => {
    const response = await fetch('/media/cmaf/master.m3u8');
    await response.text();
    expect(response.headers.get('cache-control') ?? '').not.to.contain('max-age=31536000');
  });
});
