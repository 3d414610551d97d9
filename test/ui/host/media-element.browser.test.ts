import { expect } from 'chai';
import { mediaEvents } from '../../../src/ui/host/media-element.js';
import { mount, part, TestPlayer } from '../mount.js';

const innerVideo = (player: TestPlayer) => part<HTMLVideoElement>(player, 'video');

describe('jet-player as a media element', () => {
  it('fires every media event once more, on itself, and none of them bubbles', async () => {
    const player = await mount();
    const events: string[] = [];
    const bubbled: string[] = [];
    for (const type of mediaEvents) {
      player.addEventListener(type, ({ target }) => events.push(target === player ? type : `${type} from elsewhere`));
      document.body.addEventListener(type, () => bubbled.push(type));
    }
    for (const type of mediaEvents) innerVideo(player).dispatchEvent(new Event(type));
    expect(events).to.deep.equal([...mediaEvents]);
    expect(bubbled).to.deep.equal([]);
  });

  it("does not forward the video's own errors, because an engine may recover from them", async () => {
    const player = await mount();
    let errors = 0;
    player.addEventListener('error', () => errors++);
    innerVideo(player).dispatchEvent(new Event('error'));
    expect(errors).to.equal(0);
  });

  it('has the properties of a video, even before it is connected', () => {
    const player = new TestPlayer();
    player.volume = 0.25;
    player.playbackRate = 1.5;
    player.muted = true;
    expect([player.video.volume, player.video.playbackRate, player.video.muted]).to.deep.equal([0.25, 1.5, true]);
    expect([player.paused, player.ended, player.readyState, player.networkState]).to.deep.equal([true, false, 0, 0]);
    expect([player.duration, player.buffered.length, player.videoWidth]).to.deep.equal([NaN, 0, 0]);
    expect(player.textTracks).to.equal(player.video.textTracks);
    expect([player.error, player.engine, player.guardLevel, player.currentSrc]).to.deep.equal([null, null, 'engine', '']);
    expect(player.privacyReport().contacted).to.deep.equal([]);
  });

  it('passes attributes on to the inner video, except those that the guard handles', async () => {
    const player = await mount(
      {},
      { loop: '', preload: 'metadata', crossorigin: 'anonymous', muted: '', src: '/film.mp4', poster: '/none.jpg', autoplay: '' }
    );
    const video = innerVideo(player);
    expect([video.loop, video.preload, video.crossOrigin, video.muted, video.playsInline]).to.deep.equal([
      true,
      'metadata',
      'anonymous',
      true,
      true
    ]);
    expect([video.hasAttribute('src'), video.hasAttribute('poster'), video.autoplay]).to.deep.equal([false, false, false]);
  });

  const flags = ['autoplay', 'loop', 'playsInline', 'defaultMuted', 'disablePictureInPicture'] as const;
  for (const flag of flags) {
    it(`reflects ${flag} in an attribute`, () => {
      const player = new TestPlayer();
      expect(player[flag]).to.equal(false);
      player[flag] = true;
      expect(player.attributes.length).to.equal(1);
      expect(player[flag]).to.equal(true);
      player[flag] = false;
      expect(player.attributes.length).to.equal(0);
    });
  }

  it('resolves src and poster, as a video does', async () => {
    const player = await mount({}, { src: '/a/film.mp4', poster: 'p.jpg' });
    expect(player.src).to.equal(new URL('/a/film.mp4', document.baseURI).href);
    expect(player.poster).to.equal(new URL('p.jpg', document.baseURI).href);
    expect(player.currentSrc).to.equal(player.src);
  });

  it('has the methods of a video', async () => {
    const player = await mount();
    expect(player.canPlayType('video/mp4')).to.be.oneOf(['maybe', 'probably']);
    const track = player.addTextTrack('captions', 'x', 'en');
    expect([...player.textTracks]).to.deep.equal([track]);
    await player.play();
    player.pause();
    expect(player.fake.calls).to.deep.equal([['playback.play'], ['playback.pause']]);
  });
});
