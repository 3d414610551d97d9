import { expect } from 'chai';
import { drawn, live, mount, part, playing, press, type TestPlayer } from '../mount.js';

/** Returns every descendant, including those in shadow roots. */
function everything(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
}

async function sized(width: number, height: number): Promise<TestPlayer> {
  const player = await mount(playing);
  Object.assign(player.style, { width: `${width}px`, height: `${height}px` });
  await new Promise(requestAnimationFrame);
  return player;
}

const box = (element: Element): DOMRect => element.getBoundingClientRect();
const seen = (player: TestPlayer): Element[] =>
  everything(player.shadowRoot!).filter((element) => element.matches('button, [role=slider]') && box(element).width > 0);

describe('look', () => {
  it('has no style elements, and no style attributes except the custom properties of its sliders', async () => {
    const player = await mount(live, { 'title-text': 'x' });
    const all = everything(player.shadowRoot!);
    expect(all.filter((element) => element.localName === 'style' || element.localName === 'link')).to.deep.equal([]);
    const styled = all.filter((element) => element.hasAttribute('style'));
    expect(styled.every((element) => element.role === 'slider')).to.equal(true);
    for (const { style } of styled as HTMLElement[]) expect([...style].every((name) => name.startsWith('--'))).to.equal(true);
  });

  it('mirrors the layout in right-to-left text, but not the seek bar', async () => {
    const player = await mount(playing, { dir: 'rtl' });
    expect(box(part(player, 'play')).left).to.be.greaterThan(box(part(player, 'fullscreen')).left);
    expect(getComputedStyle(part(player, 'seek')).direction).to.equal('ltr');
    expect(getComputedStyle(part(player, 'volume')).direction).to.equal('rtl');
  });

  it('hides the tooltip of a button when Escape is pressed, until the focus moves', async () => {
    const player = await mount(playing);
    const tip = (name: string, inner?: string) => {
      const button = part(player, name, inner);
      const { content } = getComputedStyle(button, '::after');
      // Firefox computes `attr()` as written, not the value of the attribute.
      return content === 'attr(data-tip)' ? JSON.stringify(button.dataset.tip) : content;
    };
    const [play, gear] = [() => tip('play'), () => tip('settings', 'button')];
    const before = [play(), gear()];
    expect(before).to.deep.equal(['"Pause (k)"', '"Settings"']);
    press(document.body, 'Escape');
    expect([play(), gear()]).to.deep.equal(['none', 'none']);
    part(player, 'mute').focus();
    expect([play(), gear()]).to.deep.equal(before);
    press(part(player, 'mute'), 'Escape');
    part(player, 'play').dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true, relatedTarget: part(player, 'mute') })
    );
    expect([play(), gear()]).to.deep.equal(before);
  });

  it('cannot be scrolled, not even by focusing an element outside its edge', async () => {
    const player = await sized(640, 360);
    for (const element of [player, part(player, 'frame')]) {
      element.scrollTo(40, 40);
      expect([element.scrollLeft, element.scrollTop], element.localName).to.deep.equal([0, 0]);
    }
  });

  for (const [width, height] of [
    [240, 135],
    [320, 180],
    [640, 360],
    [1280, 720],
    [3840, 2160]
  ] as const) {
    it(`fits in ${width} by ${height}, with targets of 24 pixels and more`, async () => {
      const player = await sized(width, height);
      const frame = box(player);
      const targets = seen(player);
      expect(targets.length).to.be.greaterThan(3);
      for (const target of targets) {
        const { left, right, bottom, width: wide, height: high } = box(target);
        const name = target.ariaLabel ?? '';
        expect(left, name).to.be.at.least(frame.left);
        expect(right, name).to.be.at.most(frame.right);
        expect(bottom, name).to.be.at.most(frame.bottom);
        if (
          getComputedStyle(target.getRootNode() instanceof ShadowRoot ? (target.getRootNode() as ShadowRoot).host : target).opacity !== '0'
        ) {
          expect(Math.min(wide, high), name).to.be.at.least(24);
        }
      }
    });

    it(`shows the duration in ${width} by ${height}`, async () => {
      const player = await sized(width, height);
      const time = part(player, 'time');
      const shows = box(time).width > 0 && box(time.querySelector('.of')!).bottom <= box(time).bottom + 1;
      expect(shows).to.equal(width >= 320);
    });

    it(`has a menu that fits in ${width} by ${height}`, async () => {
      const player = await sized(width, height);
      const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
      menu.shadowRoot!.querySelector('button')!.click();
      await menu.updateComplete;
      const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
      const sheet = panel.closest('dialog');
      await Promise.all([panel, sheet ?? panel].flatMap((element) => element.getAnimations()).map(({ finished }) => finished));
      // In a narrow player the menu is a sheet at the bottom of the screen.
      const frame = sheet ? new DOMRect(0, 0, innerWidth, innerHeight) : box(player);
      expect(sheet !== null).to.equal(width < 480);
      const { left, top, right, bottom } = box(panel);
      expect(left).to.be.at.least(frame.left);
      expect(top).to.be.at.least(frame.top);
      expect(right).to.be.at.most(frame.right);
      expect(bottom).to.be.at.most(frame.bottom);
    });
  }

  it('hides nothing while paused or focused, and everything when the viewer is inactive', async () => {
    const player = await mount({ ...playing });
    const idle = () => part(player, 'frame').hasAttribute('data-idle');
    const leave = async () => {
      player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
      await drawn(player);
    };
    expect(idle()).to.equal(false);
    await leave();
    expect(idle()).to.equal(true);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await drawn(player);
    expect(idle()).to.equal(false);
    part(player, 'play').focus();
    await leave();
    expect(idle(), 'focus').to.equal(false);
    part(player, 'play').blur();
    await leave();
    expect(idle()).to.equal(true);
    player.fake.set({ playback: { paused: true } });
    await drawn(player);
    await drawn(player);
    expect(idle(), 'paused').to.equal(false);
  });
});
