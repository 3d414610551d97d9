import { expect } from 'chai';
import type { ErrorCode, SourceInput } from '../../src/media/index.js';
import { staySilent } from '../support/second-origin.js';
import { stage, type Stage } from '../support/stage.js';
import { until } from '../support/until.js';

const inline = (type: string, text: string) => `data:${type},${encodeURIComponent(text)}`;

/** A playlist whose only rendition needs a decoder that no browser has. */
const strangeCodec = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000,CODECS="hvc1.9.99.L999.B0"\n/media/cmaf/video-240.m3u8\n';

/** What a publisher or a server gets wrong, and the one code that says so. */
const mistakes: readonly { title: string; source: SourceInput; code: ErrorCode }[] = [
  { title: 'a missing playlist', source: { src: '/media/none.m3u8' }, code: 'source/not-found' },
  { title: 'a missing MPD', source: { src: '/media/none.mpd' }, code: 'source/not-found' },
  { title: 'a missing file', source: { src: '/media/none.mp4' }, code: 'source/not-found' },
  { title: 'a missing address without extension', source: { src: '/media/none' }, code: 'source/not-found' },
  {
    title: 'HTML instead of a playlist',
    source: { src: '/test/fixtures/page.html', type: 'application/vnd.apple.mpegurl' },
    code: 'manifest/not-a-manifest'
  },
  {
    title: 'HTML instead of an MPD',
    source: { src: '/test/fixtures/page.html', type: 'application/dash+xml' },
    code: 'manifest/not-a-manifest'
  },
  { title: 'HTML instead of a file', source: { src: '/test/fixtures/page.html', type: 'video/mp4' }, code: 'media/not-media' },
  { title: 'HTML of unknown type', source: { src: '/test/fixtures/page.html' }, code: 'manifest/not-a-manifest' },
  { title: 'an empty manifest', source: { src: inline('text/plain', ' '), type: 'application/dash+xml' }, code: 'manifest/empty' },
  {
    title: 'an MPD cut inside an attribute',
    source: { src: inline('text/plain', '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" ty'), type: 'application/dash+xml' },
    code: 'manifest/malformed'
  },
  {
    title: 'a codec that no browser has',
    source: { src: inline('application/vnd.apple.mpegurl', strangeCodec), type: 'application/vnd.apple.mpegurl' },
    code: 'media/unsupported-codec'
  },
  { title: 'an empty src', source: { src: '' }, code: 'source/empty' },
  { title: 'a src that is no URL', source: { src: 'https://' }, code: 'source/invalid-url' },
  { title: 'HLS declared as DASH', source: { src: '/media/cmaf/master.m3u8', type: 'application/dash+xml' }, code: 'source/wrong-type' },
  {
    title: 'DASH declared as HLS',
    source: { src: '/media/cmaf/manifest.mpd', type: 'application/vnd.apple.mpegurl' },
    code: 'source/wrong-type'
  },
  { title: 'a playlist declared as a file', source: { src: '/media/cmaf/master.m3u8', type: 'video/mp4' }, code: 'source/wrong-type' },
  { title: 'a type that is none', source: { src: '/media/film.mp4', type: 'application/x-shockwave-flash' }, code: 'source/unsupported' }
];

describe('bad input ends in one error with its own code', () => {
  let at: Stage;
  beforeEach(async () => void (at = await stage()));
  afterEach(() => at.leave());
  staySilent();

  for (const { title, source, code } of mistakes) {
    it(title, async () => {
      let failures = 0;
      at.player.session.addEventListener('status', () => (failures += Number(at.player.session.status === 'failed')));
      at.player.load([source]);
      await until('it failed', () => at.player.state.current.error.status === 'failed');
      expect(at.player.state.current.error.error?.code).to.equal(code);
      expect(at.player.state.current.error.error?.message).to.match(/^[A-Z].*\.$/);
      expect(failures).to.equal(1);
    });
  }

  it('Retry plays once the source is there', async () => {
    at.player.load([{ src: '' }]);
    await until('it failed', () => at.player.state.current.error.status === 'failed');
    await at.play('/media/film.mp4');
    expect(at.player.state.current.error.error).to.equal(null);
  });

  it('finds out by itself what an address without extension holds', async () => {
    const film = await (await fetch('/media/film.mp4')).blob();
    const address = URL.createObjectURL(film);
    await at.play(address);
    expect(at.player.session.engineName).to.equal('native');
    URL.revokeObjectURL(address);
  });
});
