import { expect } from 'chai';

// A browser that caches a live manifest plays the past, and requests segments that no longer exist.
describe('the tests receive media as the demo sends them', () => {
  for (const path of [
    '/live/dash/manifest.mpd',
    '/live/low/dash/manifest.mpd',
    '/live/low/hls/master.m3u8',
    '/live/low/segments/video-240/0.m4s'
  ])
    it(`${path} may not be cached`, async () => {
      const response = await fetch(path);
      await response.text();
      expect(response.headers.get('cache-control')).to.equal('no-cache');
    });

  it('a video has the same headers as on the demo', async () => {
    const response = await fetch('/media/cmaf/master.m3u8');
    await response.text();
    expect(response.headers.get('cache-control') ?? '').not.to.contain('max-age=31536000');
  });
});
