import { expect } from 'chai';
import { waitForRender, mount, part, playingState, type TestPlayer } from '../mount.js';

/** Presses and clicks the video at a fraction of its width, with a mouse or with a finger. */
function clickVideo(player: TestPlayer, pointerType: 'mouse' | 'touch', fraction = 0.5): void {
  const surface = part(player, 'surface');
  const { left, width } = surface.getBoundingClientRect();
  const init = { bubbles: true, composed: true, pointerType, clientX: left + width * fraction };
  surface.dispatchEvent(new PointerEvent('pointerdown', init));
  surface.dispatchEvent(new PointerEvent('click', init));
}

const areControlsHidden = async (player: TestPlayer): Promise<boolean> => {
  await waitForRender(player);
  return part(player, 'frame').hasAttribute('data-idle');
};

/** Whether all corners of a rectangle are inside the rounded shape of an element. */
function isInside(rect: DOMRect, shape: Element): boolean {
  const { left, top, width, height } = shape.getBoundingClientRect();
  const style = getComputedStyle(shape);
  const radii = [style.borderTopLeftRadius, style.borderTopRightRadius, style.borderBottomRightRadius, style.borderBottomLeftRadius];
  const pixels = (value: string, size: number) => (value.endsWith('%') ? (size * parseFloat(value)) / 100 : parseFloat(value));
  const context = document.createElement('canvas').getContext('2d')!;
  const points = radii.map((radius) => {
    const [x = '0', y = x] = radius.split(' ');
    return new DOMPoint(pixels(x, width), pixels(y, height));
  });
  context.roundRect(left, top, width, height, points);
  const corners = [rect.left, rect.right].flatMap((x) => [rect.top, rect.bottom].map((y) => [x, y] as const));
  return corners.every(([x, y]) => context.isPointInPath(x, y));
}

describe('gestures on the video', () => {
  it('play or pause with a click, and toggle full screen with a double click', async () => {
    const player = await mount(playingState);
    clickVideo(player, 'mouse');
    part(player, 'surface').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(player.fake.calls).to.deep.equal([['playback.toggle'], ['fullscreen.toggle']]);
  });

  it('start playback with a tap when playback has not started', async () => {
    const player = await mount();
    clickVideo(player, 'touch');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('hide the controls with a tap when they are shown, and show them when they are hidden', async () => {
    const player = await mount(playingState);
    clickVideo(player, 'touch');
    expect(await areControlsHidden(player)).to.equal(true);
    clickVideo(player, 'touch');
    expect(await areControlsHidden(player)).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });

  for (const [side, fraction, call] of [
    ['start', 0.1, ['time.skip', -10]],
    ['end', 0.9, ['time.skip', 10]]
  ] as const) {
    it(`skip with a double tap near the ${side}, and show a notice`, async () => {
      const player = await mount(playingState);
      clickVideo(player, 'touch', fraction);
      clickVideo(player, 'touch', fraction);
      expect(player.fake.calls).to.deep.equal([call]);
      await waitForRender(player);
      expect(part(player, 'notice').textContent).to.contain('10 seconds');
    });
  }

  it('skip again with each further tap on the same side, and add up the seconds in the notice', async () => {
    const player = await mount(playingState);
    for (let taps = 0; taps < 4; taps++) clickVideo(player, 'touch', 0.9);
    expect(player.fake.calls).to.deep.equal([
      ['time.skip', 10],
      ['time.skip', 10],
      ['time.skip', 10]
    ]);
    await waitForRender(player);
    const { left, width } = part(player, 'frame').getBoundingClientRect();
    expect(part(player, 'skip-notice').textContent).to.contain('30 seconds');
    expect(part(player, 'skip-notice').getBoundingClientRect().left, 'at the tapped position').to.be.greaterThan(left + width / 2);
  });

  it('show the result of a click in the middle of the video', async () => {
    const player = await mount(playingState);
    clickVideo(player, 'mouse');
    player.fake.set({ playback: { paused: true } });
    await waitForRender(player);
    const [frame, notice] = [part(player, 'frame'), part(player, 'notice')].map((element) => element.getBoundingClientRect());
    expect(Math.abs(frame!.left + frame!.width / 2 - notice!.left - notice!.width / 2)).to.be.lessThan(1);
    expect(Math.abs(frame!.top + frame!.height / 2 - notice!.top - notice!.height / 2)).to.be.lessThan(1);
    expect(part(player, 'notice').querySelectorAll('rect').length, 'the two bars of the pause icon').to.equal(2);
  });

  for (const lang of ['de', 'el']) {
    it(`show the text of a skip inside the shape of its notice: ${lang}`, async () => {
      const player = await mount(playingState, { lang });
      player.style.inlineSize = '320px';
      for (let tries = 0; part(player, 'frame').lang !== lang && tries < 100; tries++) await new Promise(requestAnimationFrame);
      expect(part(player, 'frame').lang).to.equal(lang);
      clickVideo(player, 'touch', 0.9);
      clickVideo(player, 'touch', 0.9);
      await waitForRender(player);
      const shape = part(player, 'skip-notice');
      const textRect = shape.querySelector('span')!.getBoundingClientRect();
      expect(isInside(textRect, shape)).to.equal(true);
      expect(shape.getBoundingClientRect().width).to.be.at.most(320 / 3);
      expect(shape.querySelector('svg')!.getBoundingClientRect().bottom, 'the icon is above the text').to.be.at.most(textRect.top);
    });
  }

  it('do not skip with two taps on different sides', async () => {
    const player = await mount(playingState);
    clickVideo(player, 'touch', 0.1);
    clickVideo(player, 'touch', 0.9);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('only close the menu with a click while the menu is open', async () => {
    const player = await mount(playingState);
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    clickVideo(player, 'mouse');
    expect(menu.open).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });
});
