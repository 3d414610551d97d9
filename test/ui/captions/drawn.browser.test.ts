import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { boxes, drawing, goTo, never, says, shipped, words, write } from './drawn.js';

const video = '/media/film.mp4';
const overlap = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('captions that the player draws', () => {
  expectNoThirdPartyRequests();

  it('show script as text, and drop tags that WebVTT does not define', async () => {
    const player = await shipped(video);
    const evil = '<script>alert(1)</script><img src="https://evil.test/x" onerror="alert(2)"><b onclick="x">bold</b> &lt;i&gt;';
    write(player, [0, 60, evil]);
    const root = await drawing(player);
    await says(root, 'alert(1)bold <i>');
    expect([...root.querySelectorAll('.cue *')].map(({ localName }) => localName)).to.deep.equal(['span', 'b']);
    expect(root.querySelector('b')!.getAttributeNames()).to.deep.equal([]);
  });

  it('are stacked when they are shown at the same time', async () => {
    const player = await shipped(video);
    write(
      player,
      [0, 9, 'One'],
      [1, 9, 'Two\nlines'],
      [0, 9, 'Above', { line: 0 }],
      [0, 9, 'Above too', { line: 0 }],
      [0, 9, 'Row', { line: 13 }]
    );
    await goTo(player, 3);
    const root = await drawing(player);
    await until('all of them are there', () => boxes(root).length === 5);
    const rects = boxes(root).map((box) => box.getBoundingClientRect());
    const pairs = rects.flatMap((a, i) => rects.slice(i + 1).filter((b) => overlap(a, b)));
    expect(pairs, 'overlapping boxes').to.deep.equal([]);
  });

  it('have the position of their settings, inside the video', async () => {
    const player = await shipped(video);
    write(
      player,
      [0, 9, 'left', { line: 0, align: 'left', position: 0 }],
      [0, 9, 'right', { line: 50, snapToLines: false, align: 'right', position: 100 }],
      [0, 9, 'beyond', { line: 99, snapToLines: false, size: 30, position: 20, align: 'center' }],
      [0, 9, 'לפני', { line: 4, align: 'start' }]
    );
    // Before playback, the captions in the middle make room for the big play button.
    await player.play();
    player.pause();
    await goTo(player, 3);
    const root = await drawing(player);
    await until('all of them are there', () => boxes(root).length === 4);
    const frame = player.getBoundingClientRect();
    const position = Object.fromEntries(
      boxes(root).map((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return [
          box.textContent,
          { left: left - frame.left, right: frame.right - right, top: top - frame.top, bottom: frame.bottom - bottom }
        ];
      })
    );
    for (const rect of Object.values(position)) expect(Math.min(...Object.values(rect))).to.be.greaterThan(0);
    expect(position['left']!.left).to.be.lessThan(frame.width * 0.05);
    expect(position['left']!.top).to.be.lessThan(frame.height * 0.15);
    expect(position['right']!.right).to.be.lessThan(frame.width * 0.05);
    expect(position['right']!.top).to.be.closeTo(frame.height * 0.5, frame.height * 0.12);
    expect(position['beyond']!.left).to.be.lessThan(frame.width * 0.3);
    expect(position['לפני']!.right, 'right-to-left text starts at the right').to.be.lessThan(frame.width * 0.05);
  });

  it('are below the big play button while it is shown, also those in the middle', async () => {
    const player = await shipped(video);
    write(
      player,
      [0, 9, 'middle', { line: 50, snapToLines: false, lineAlign: 'center' }],
      [0, 9, 'row', { line: 7 }],
      [0, 9, 'lower row', { line: 8 }]
    );
    await goTo(player, 3);
    const root = await drawing(player);
    await until('all of them are there', () => boxes(root).length === 3);
    player.player!.session.dispatchEvent(new Event('autoplayblocked'));
    await until('the button is shown', () => player.shadowRoot!.querySelector('[part=big-play][data-calls]') !== null);
    await Promise.all(
      player
        .shadowRoot!.querySelector('jet-captions')!
        .getAnimations()
        .map(({ finished }) => finished)
    );
    const middle = () =>
      boxes(root)
        .find(({ textContent }) => textContent === 'middle')!
        .getBoundingClientRect();
    const button = player.shadowRoot!.querySelector('[part=big-play]')!.getBoundingClientRect();
    for (const box of boxes(root)) expect(box.getBoundingClientRect().top, box.textContent).to.be.at.least(button.bottom);
    await player.play();
    player.pause();
    await goTo(player, 3);
    await until('it is where its settings say', () => middle().top < button.bottom);
  });

  it('tolerate invalid times, and a cue that never ends', async () => {
    const player = await shipped(video);
    write(player, [-5, 1, 'Before'], [3, 3, 'Nothing'], [4, 2, 'Backwards'], [2, never(), 'For ever']);
    await goTo(player, 0.2);
    const root = await drawing(player);
    await says(root, 'Before');
    await goTo(player, 3);
    await says(root, 'For ever');
    await goTo(player, 60);
    await says(root, 'For ever');
  });

  it('are as many as are readable when a hundred have the same time', async () => {
    const player = await shipped(video);
    write(player, ...Array.from({ length: 100 }, (_, i) => [0, 9, `${i} ${'x'.repeat(5000)}`] as const));
    const root = await drawing(player);
    await until('some are there', () => boxes(root).length > 0);
    expect(boxes(root).length).to.equal(12);
    expect(words(root).every(({ length }) => length <= 2001)).to.equal(true);
  });

  it('move up when the control bar appears, and down when it hides', async () => {
    const player = await shipped(video);
    write(player, [0, 60, 'Never hidden']);
    const root = await drawing(player);
    await says(root, 'Never hidden');
    const bar = player.shadowRoot!.querySelector('.bar')!;
    const bottom = () => boxes(root)[0]!.getBoundingClientRect().bottom;
    await until('they are above the bar', () => bottom() <= bar.getBoundingClientRect().top);
    await player.play();
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await until('they move down', () => bottom() > bar.getBoundingClientRect().top);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await until('they are above the bar again', () => bottom() <= bar.getBoundingClientRect().top);
  });

  it('are rendered by the browser when the video alone is on the screen', async () => {
    const player = await shipped(video);
    write(player, [0, 60, 'Here']);
    await says(await drawing(player), 'Here');
    const frame = player.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    expect(frame.dataset.captioned, 'the browser does not render').to.equal('');
    const alone = async (name: string, is: boolean) => {
      Object.defineProperty(player.video, 'webkitDisplayingFullscreen', { value: is, configurable: true });
      player.video.dispatchEvent(new Event(name));
      await until('the track mode changes', () => (frame.dataset.captioned === undefined) === is);
      expect(player.shadowRoot!.querySelector('jet-captions') === null).to.equal(is);
      expect(player.textTracks[0]!.mode, 'the browser has the same track').to.equal('showing');
    };
    await alone('webkitbeginfullscreen', true);
    await alone('webkitendfullscreen', false);
    const small = async (name: string, is: boolean) => {
      Object.defineProperty(player.shadowRoot, 'pictureInPictureElement', { value: is ? player.video : null, configurable: true });
      player.video.dispatchEvent(new Event(name));
      await until('the track mode changes', () => (frame.dataset.captioned === undefined) === is);
    };
    await small('enterpictureinpicture', true);
    await small('leavepictureinpicture', false);
    await says(await drawing(player), 'Here');
  });

  it('do not load their code before they are shown', async () => {
    const player = await shipped(video, { children: '<track kind="captions" srclang="en" src="/media/captions/en.vtt">' });
    expect(player.shadowRoot!.querySelector('jet-captions')).to.equal(null);
    expect(player.shadowRoot!.querySelector<HTMLElement>('.frame')!.dataset.captioned).to.equal(undefined);
    player.player!.captions.toggle();
    await goTo(player, 3);
    await says(await drawing(player), 'First light on the delta. The\nmills are already at work.');
    player.player!.captions.toggle();
    await until('they are gone', () => player.shadowRoot!.querySelector('jet-captions') === null);
  });
});
