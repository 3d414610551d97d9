import { expect } from 'chai';
import { staySilent } from '../../support/second-origin.js';
import { until } from '../../support/until.js';
import { boxes, drawing, goTo, never, says, shipped, words, write } from './drawn.js';

const film = '/media/film.mp4';
const overlap = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;

describe('captions that the player draws', () => {
  staySilent();

  it('show script as text, and drop tags that WebVTT does not know', async () => {
    const player = await shipped(film);
    const evil = '<script>alert(1)</script><img src="https://evil.test/x" onerror="alert(2)"><b onclick="x">bold</b> &lt;i&gt;';
    write(player, [0, 60, evil]);
    const root = await drawing(player);
    await says(root, 'alert(1)bold <i>');
    expect([...root.querySelectorAll('.cue *')].map(({ localName }) => localName)).to.deep.equal(['span', 'b']);
    expect(root.querySelector('b')!.getAttributeNames()).to.deep.equal([]);
  });

  it('stand one over the other when they are there at the same time', async () => {
    const player = await shipped(film);
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
    expect(pairs, 'boxes that cover each other').to.deep.equal([]);
  });

  it('are where their settings say, inside the picture', async () => {
    const player = await shipped(film);
    write(
      player,
      [0, 9, 'left', { line: 0, align: 'left', position: 0 }],
      [0, 9, 'right', { line: 50, snapToLines: false, align: 'right', position: 100 }],
      [0, 9, 'beyond', { line: 99, snapToLines: false, size: 30, position: 20, align: 'center' }],
      [0, 9, 'לפני', { line: 4, align: 'start' }]
    );
    await goTo(player, 3);
    const root = await drawing(player);
    await until('all of them are there', () => boxes(root).length === 4);
    const picture = player.getBoundingClientRect();
    const place = Object.fromEntries(
      boxes(root).map((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect();
        return [
          box.textContent,
          { left: left - picture.left, right: picture.right - right, top: top - picture.top, bottom: picture.bottom - bottom }
        ];
      })
    );
    for (const rect of Object.values(place)) expect(Math.min(...Object.values(rect))).to.be.greaterThan(0);
    expect(place['left']!.left).to.be.lessThan(picture.width * 0.05);
    expect(place['left']!.top).to.be.lessThan(picture.height * 0.15);
    expect(place['right']!.right).to.be.lessThan(picture.width * 0.05);
    expect(place['right']!.top).to.be.closeTo(picture.height * 0.5, picture.height * 0.12);
    expect(place['beyond']!.left).to.be.lessThan(picture.width * 0.3);
    expect(place['לפני']!.right, 'text from the right starts there').to.be.lessThan(picture.width * 0.05);
  });

  it('do with times that make no sense, and with a cue that never ends', async () => {
    const player = await shipped(film);
    write(player, [-5, 1, 'Before'], [3, 3, 'Nothing'], [4, 2, 'Backwards'], [2, never(), 'For ever']);
    await goTo(player, 0.2);
    const root = await drawing(player);
    await says(root, 'Before');
    await goTo(player, 3);
    await says(root, 'For ever');
    await goTo(player, 60);
    await says(root, 'For ever');
  });

  it('of a hundred at once, draw as many as can be read', async () => {
    const player = await shipped(film);
    write(player, ...Array.from({ length: 100 }, (_, i) => [0, 9, `${i} ${'x'.repeat(5000)}`] as const));
    const root = await drawing(player);
    await until('some are there', () => boxes(root).length > 0);
    expect(boxes(root).length).to.equal(12);
    expect(words(root).every(({ length }) => length <= 2001)).to.equal(true);
  });

  it('make room for the bar, and come down when it goes', async () => {
    const player = await shipped(film);
    write(player, [0, 60, 'Never hidden']);
    const root = await drawing(player);
    await says(root, 'Never hidden');
    const bar = player.shadowRoot!.querySelector('.bar')!;
    const bottom = () => boxes(root)[0]!.getBoundingClientRect().bottom;
    await until('they stand above the bar', () => bottom() <= bar.getBoundingClientRect().top);
    await player.play();
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await until('they come down', () => bottom() > bar.getBoundingClientRect().top);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await until('they stand above the bar again', () => bottom() <= bar.getBoundingClientRect().top);
  });

  it('leave the drawing to the browser where the video is alone on the screen', async () => {
    const player = await shipped(film);
    write(player, [0, 60, 'Here']);
    await says(await drawing(player), 'Here');
    const frame = player.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    expect(frame.dataset.captioned, 'the browser does not draw').to.equal('');
    const alone = async (name: string, is: boolean) => {
      Object.defineProperty(player.video, 'webkitDisplayingFullscreen', { value: is, configurable: true });
      player.video.dispatchEvent(new Event(name));
      await until('it changed hands', () => (frame.dataset.captioned === undefined) === is);
      expect(player.shadowRoot!.querySelector('jet-captions') === null).to.equal(is);
      expect(player.textTracks[0]!.mode, 'the browser has the same track').to.equal('showing');
    };
    await alone('webkitbeginfullscreen', true);
    await alone('webkitendfullscreen', false);
    const small = async (name: string, is: boolean) => {
      Object.defineProperty(player.shadowRoot, 'pictureInPictureElement', { value: is ? player.video : null, configurable: true });
      player.video.dispatchEvent(new Event(name));
      await until('it changed hands', () => (frame.dataset.captioned === undefined) === is);
    };
    await small('enterpictureinpicture', true);
    await small('leavepictureinpicture', false);
    await says(await drawing(player), 'Here');
  });

  it('are not fetched for before they are shown', async () => {
    const player = await shipped(film, { children: '<track kind="captions" srclang="en" src="/media/captions/en.vtt">' });
    expect(player.shadowRoot!.querySelector('jet-captions')).to.equal(null);
    expect(player.shadowRoot!.querySelector<HTMLElement>('.frame')!.dataset.captioned).to.equal(undefined);
    player.player!.captions.toggle();
    await goTo(player, 3);
    await says(await drawing(player), 'First light on the delta. The\nmills are already at work.');
    player.player!.captions.toggle();
    await until('they are gone', () => player.shadowRoot!.querySelector('jet-captions') === null);
  });
});
