import { expect } from 'chai';

// A browser that caches a live manifest requests segments that no longer exist.
describe('the server of the browser tests', () => {
  for (const path of [
    '/live/dash/manifest.mpd',
    '/live/low/dash/manifest.mpd',
    '/live/low/hls/master.m3u8',
    '/live/low/segments/video-240/0.m4s'
  ])
    it(`sends ${path} with cache-control: no-cache`, async () => {
      const response = await fetch(path);
      await response.text();
      expect(response.headers.get('cache-control')).to.equal('no-cache');
    });

  it('does not make the manifest of a video cacheable for a year', async () => {
    const response = await fetch('/media/cmaf/master.m3u8');
    await response.text();
    expect(response.headers.get('cache-control') ?? '').not.to.contain('max-age=31536000');
  });
});
