import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';
import { captionBoxes, captionTexts, endOfEndlessCue, showCaptions, waitForCaptionRoot, waitForCaptionTexts } from './rendered-captions.js';

const videoUrl = '/media/film.mp4';
const isOverlapping = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('captions that the player renders', () => {
  expectNoThirdPartyRequests();

  it('show a script as text, and omit tags that WebVTT does not define', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    const hostileText = '<script>alert(1)</script><img src="https://evil.test/x" onerror="alert(2)"><b onclick="x">bold</b> &lt;i&gt;';
    showCaptions(player, [0, 60, hostileText]);
    const root = await waitForCaptionRoot(player);
    await waitForCaptionTexts(root, 'alert(1)bold <i>');
    expect([...root.querySelectorAll('.cue *')].map(({ localName }) => localName)).to.deep.equal(['span', 'b']);
    expect(root.querySelector('b')!.getAttributeNames()).to.deep.equal([]);
  });

  it('do not overlap when they are shown at the same time', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(
      player,
      [0, 9, 'One'],
      [1, 9, 'Two\nlines'],
      [0, 9, 'Above', { line: 0 }],
      [0, 9, 'Above too', { line: 0 }],
      [0, 9, 'Row', { line: 13 }]
    );
    await seekTo(player, 3);
    const root = await waitForCaptionRoot(player);
    await until('all five boxes are rendered', () => captionBoxes(root).length === 5);
    const rects = captionBoxes(root).map((box) => box.getBoundingClientRect());
    const pairs = rects.flatMap((a, i) => rects.slice(i + 1).filter((b) => isOverlapping(a, b)));
    expect(pairs, 'overlapping boxes').to.deep.equal([]);
  });

  it('are at the positions of their cue settings, inside the video', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(
      player,
      [0, 9, 'left', { line: 0, align: 'left', position: 0 }],
      [0, 9, 'right', { line: 50, snapToLines: false, align: 'right', position: 100 }],
      [0, 9, 'beyond', { line: 99, snapToLines: false, size: 30, position: 20, align: 'center' }],
      [0, 9, 'לפני', { line: 4, align: 'start' }]
    );
    // Before playback, the captions in the middle make room for the big play button.
    await player.play();
    player.pause();
    await seekTo(player, 3);
    const root = await waitForCaptionRoot(player);
    await until('all four boxes are rendered', () => captionBoxes(root).length === 4);
    const frame = player.getBoundingClientRect();
    const distances = Object.fromEntries(
      captionBoxes(root).map((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return [
          box.textContent,
          { left: left - frame.left, right: frame.right - right, top: top - frame.top, bottom: frame.bottom - bottom }
        ];
      })
    );
    for (const rect of Object.values(distances)) expect(Math.min(...Object.values(rect))).to.be.greaterThan(0);
    expect(distances['left']!.left).to.be.lessThan(frame.width * 0.05);
    expect(distances['left']!.top).to.be.lessThan(frame.height * 0.15);
    expect(distances['right']!.right).to.be.lessThan(frame.width * 0.05);
    expect(distances['right']!.top).to.be.closeTo(frame.height * 0.5, frame.height * 0.12);
    expect(distances['beyond']!.left).to.be.lessThan(frame.width * 0.3);
    expect(distances['לפני']!.right, 'right-to-left text starts at the right').to.be.lessThan(frame.width * 0.05);
  });

  it('are below the big play button while it is shown, and at their own positions after playback has started', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(
      player,
      [0, 9, 'middle', { line: 50, snapToLines: false, lineAlign: 'center' }],
      [0, 9, 'row', { line: 7 }],
      [0, 9, 'lower row', { line: 8 }]
    );
    await seekTo(player, 3);
    const root = await waitForCaptionRoot(player);
    await until('all three boxes are rendered', () => captionBoxes(root).length === 3);
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await until('the button is shown', () => player.shadowRoot!.querySelector('[part=big-play][data-calls]') !== null);
    const middleRect = () =>
      captionBoxes(root)
        .find(({ textContent }) => textContent === 'middle')!
        .getBoundingClientRect();
    const button = player.shadowRoot!.querySelector('[part=big-play]')!.getBoundingClientRect();
    await until('all captions are below the button', () =>
      captionBoxes(root).every((box) => box.getBoundingClientRect().top >= button.bottom)
    );
    await player.play();
    player.pause();
    await seekTo(player, 3);
    await until('the caption is at its own position', () => middleRect().top < button.bottom);
  });

  it('include a cue that starts before zero and one that never ends, and omit cues without a duration', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(player, [-5, 1, 'Before'], [3, 3, 'Nothing'], [4, 2, 'Backwards'], [2, endOfEndlessCue(), 'Endless']);
    await seekTo(player, 0.2);
    const root = await waitForCaptionRoot(player);
    await waitForCaptionTexts(root, 'Before');
    await seekTo(player, 3);
    await waitForCaptionTexts(root, 'Endless');
    await seekTo(player, 60);
    await waitForCaptionTexts(root, 'Endless');
  });

  it('are limited to 12 boxes of 2,001 characters when a hundred long cues have the same time', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(player, ...Array.from({ length: 100 }, (_, i) => [0, 9, `${i} ${'x'.repeat(5000)}`] as const));
    const root = await waitForCaptionRoot(player);
    await until('some boxes are rendered', () => captionBoxes(root).length > 0);
    expect(captionBoxes(root).length).to.equal(12);
    expect(captionTexts(root).every(({ length }) => length <= 2001)).to.equal(true);
  });

  it('move up when the control bar appears, and down when it hides', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(player, [0, 60, 'Always visible']);
    const root = await waitForCaptionRoot(player);
    await waitForCaptionTexts(root, 'Always visible');
    const bar = player.shadowRoot!.querySelector('.bar')!;
    const bottom = () => captionBoxes(root)[0]!.getBoundingClientRect().bottom;
    await until('the captions are above the bar', () => bottom() <= bar.getBoundingClientRect().top);
    await player.play();
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await until('the captions move down', () => bottom() > bar.getBoundingClientRect().top);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await until('the captions are above the bar again', () => bottom() <= bar.getBoundingClientRect().top);
  });

  it('are rendered by the browser while it shows only the video, in its own full screen or picture-in-picture', async () => {
    const player = await mountBuiltPlayer(videoUrl);
    showCaptions(player, [0, 60, 'Here']);
    await waitForCaptionTexts(await waitForCaptionRoot(player), 'Here');
    const frame = player.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    expect(frame.dataset.captioned, 'the browser does not render').to.equal('');
    const setBrowserFullscreen = async (eventName: string, isActive: boolean) => {
      Object.defineProperty(player.video, 'webkitDisplayingFullscreen', { value: isActive, configurable: true });
      player.video.dispatchEvent(new Event(eventName));
      await until('the track mode changes', () => (frame.dataset.captioned === undefined) === isActive);
      expect(player.shadowRoot!.querySelector('jet-captions') === null).to.equal(isActive);
      expect(player.textTracks[0]!.mode, 'the browser has the same track').to.equal('showing');
    };
    await setBrowserFullscreen('webkitbeginfullscreen', true);
    await setBrowserFullscreen('webkitendfullscreen', false);
    const setBrowserPictureInPicture = async (eventName: string, isActive: boolean) => {
      Object.defineProperty(player.shadowRoot, 'pictureInPictureElement', { value: isActive ? player.video : null, configurable: true });
      player.video.dispatchEvent(new Event(eventName));
      await until('the track mode changes', () => (frame.dataset.captioned === undefined) === isActive);
    };
    await setBrowserPictureInPicture('enterpictureinpicture', true);
    await setBrowserPictureInPicture('leavepictureinpicture', false);
    await waitForCaptionTexts(await waitForCaptionRoot(player), 'Here');
  });

  it('have no jet-captions element before they are turned on and after they are turned off', async () => {
    const player = await mountBuiltPlayer(videoUrl, { children: '<track kind="captions" srclang="en" src="/media/captions/en.vtt">' });
    expect(player.shadowRoot!.querySelector('jet-captions')).to.equal(null);
    expect(player.shadowRoot!.querySelector<HTMLElement>('.frame')!.dataset.captioned).to.equal(undefined);
    player.player!.captions.toggle();
    await seekTo(player, 3);
    await waitForCaptionTexts(await waitForCaptionRoot(player), 'First light on the delta. The\nmills are already at work.');
    player.player!.captions.toggle();
    await until('the captions are removed', () => player.shadowRoot!.querySelector('jet-captions') === null);
  });
});
