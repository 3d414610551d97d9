import { expect } from 'chai';
import { drawn, mount, part, playing, type TestPlayer } from '../mount.js';

/** Presses and clicks at a fraction of the width. */
function tap(player: TestPlayer, pointerType: 'mouse' | 'touch', at = 0.5): void {
  const surface = part(player, 'surface');
  const { left, width } = surface.getBoundingClientRect();
  const init = { bubbles: true, composed: true, pointerType, clientX: left + width * at };
  surface.dispatchEvent(new PointerEvent('pointerdown', init));
  surface.dispatchEvent(new PointerEvent('click', init));
}

const idle = async (player: TestPlayer): Promise<boolean> => {
  await drawn(player);
  return part(player, 'frame').hasAttribute('data-idle');
};

/** Whether a box is inside the rounded shape of an element, with all of its corners. */
function isInside(inner: DOMRect, shape: Element): boolean {
  const { left, top, width, height } = shape.getBoundingClientRect();
  const style = getComputedStyle(shape);
  const radii = [style.borderTopLeftRadius, style.borderTopRightRadius, style.borderBottomRightRadius, style.borderBottomLeftRadius];
  const pixels = (value: string, of: number) => (value.endsWith('%') ? (of * parseFloat(value)) / 100 : parseFloat(value));
  const context = document.createElement('canvas').getContext('2d')!;
  const points = radii.map((radius) => {
    const [x = '0', y = x] = radius.split(' ');
    return new DOMPoint(pixels(x, width), pixels(y, height));
  });
  context.roundRect(left, top, width, height, points);
  const corners = [inner.left, inner.right].flatMap((x) => [inner.top, inner.bottom].map((y) => [x, y] as const));
  return corners.every(([x, y]) => context.isPointInPath(x, y));
}

describe('gestures', () => {
  it('a click plays or pauses, and a double click toggles full screen', async () => {
    const player = await mount(playing);
    tap(player, 'mouse');
    part(player, 'surface').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(player.fake.calls).to.deep.equal([['playback.toggle'], ['fullscreen.toggle']]);
  });

  it('a tap starts playback when it has not started', async () => {
    const player = await mount();
    tap(player, 'touch');
    expect(player.fake.calls).to.deep.equal([['playback.toggle']]);
  });

  it('a tap hides the controls when they are shown, and shows them when they are hidden', async () => {
    const player = await mount(playing);
    tap(player, 'touch');
    expect(await idle(player)).to.equal(true);
    tap(player, 'touch');
    expect(await idle(player)).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });

  for (const [side, at, call] of [
    ['start', 0.1, ['time.skip', -10]],
    ['end', 0.9, ['time.skip', 10]]
  ] as const) {
    it(`a double tap skips and shows a notice when it is near the ${side}`, async () => {
      const player = await mount(playing);
      tap(player, 'touch', at);
      tap(player, 'touch', at);
      expect(player.fake.calls).to.deep.equal([call]);
      await drawn(player);
      expect(part(player, 'notice').textContent).to.contain('10 seconds');
    });
  }

  it('further taps skip again, and the notice adds them up, when they are on the same side', async () => {
    const player = await mount(playing);
    for (let taps = 0; taps < 4; taps++) tap(player, 'touch', 0.9);
    expect(player.fake.calls).to.deep.equal([
      ['time.skip', 10],
      ['time.skip', 10],
      ['time.skip', 10]
    ]);
    await drawn(player);
    const { left, width } = part(player, 'frame').getBoundingClientRect();
    expect(part(player, 'skip-notice').textContent).to.contain('30 seconds');
    expect(part(player, 'skip-notice').getBoundingClientRect().left, 'at the tapped position').to.be.greaterThan(left + width / 2);
  });

  it('a click shows what it did in the middle of the video', async () => {
    const player = await mount(playing);
    tap(player, 'mouse');
    player.fake.set({ playback: { paused: true } });
    await drawn(player);
    const [frame, notice] = [part(player, 'frame'), part(player, 'notice')].map((element) => element.getBoundingClientRect());
    expect(Math.abs(frame!.left + frame!.width / 2 - notice!.left - notice!.width / 2)).to.be.lessThan(1);
    expect(Math.abs(frame!.top + frame!.height / 2 - notice!.top - notice!.height / 2)).to.be.lessThan(1);
    expect(part(player, 'notice').querySelectorAll('rect').length, 'the two bars of the pause icon').to.equal(2);
  });

  for (const lang of ['de', 'el']) {
    it(`the words of a skip stay inside their shape: ${lang}`, async () => {
      const player = await mount(playing, { lang });
      player.style.inlineSize = '320px';
      for (let tries = 0; part(player, 'frame').lang !== lang && tries < 100; tries++) await new Promise(requestAnimationFrame);
      expect(part(player, 'frame').lang).to.equal(lang);
      tap(player, 'touch', 0.9);
      tap(player, 'touch', 0.9);
      await drawn(player);
      const shape = part(player, 'skip-notice');
      const inner = shape.querySelector('span')!.getBoundingClientRect();
      expect(isInside(inner, shape)).to.equal(true);
      expect(shape.getBoundingClientRect().width).to.be.at.most(320 / 3);
      expect(shape.querySelector('svg')!.getBoundingClientRect().bottom, 'the icon is above the words').to.be.at.most(inner.top);
    });
  }

  it('two taps do not skip when they are on different sides', async () => {
    const player = await mount(playing);
    tap(player, 'touch', 0.1);
    tap(player, 'touch', 0.9);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('a press outside the menu only closes it when it is open', async () => {
    const player = await mount(playing);
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    tap(player, 'mouse');
    expect(menu.open).to.equal(false);
    expect(player.fake.calls).to.deep.equal([]);
  });
});
