import { expect } from 'chai';
import { waitForRender, liveState, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

/** Returns every descendant, including those in shadow roots. */
function allDescendants(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? allDescendants(element.shadowRoot) : [])]);
}

async function mountWithSize(width: number, height: number): Promise<TestPlayer> {
  const player = await mount(playingState);
  Object.assign(player.style, { width: `${width}px`, height: `${height}px` });
  await new Promise(requestAnimationFrame);
  return player;
}

const rectOf = (element: Element): DOMRect => element.getBoundingClientRect();
/** Returns the visible buttons and sliders. */
const visibleTargets = (player: TestPlayer): Element[] =>
  allDescendants(player.shadowRoot!).filter((element) => element.matches('button, [role=slider]') && rectOf(element).width > 0);

describe('the layout of the player', () => {
  it('has no style elements, and no style attributes except the custom properties of its sliders', async () => {
    const player = await mount(liveState, { 'title-text': 'x' });
    const elements = allDescendants(player.shadowRoot!);
    expect(elements.filter((element) => element.localName === 'style' || element.localName === 'link')).to.deep.equal([]);
    const styled = elements.filter((element) => element.hasAttribute('style'));
    expect(styled.every((element) => element.role === 'slider')).to.equal(true);
    for (const { style } of styled as HTMLElement[]) expect([...style].every((name) => name.startsWith('--'))).to.equal(true);
  });

  it('mirrors the layout in right-to-left text, but not the seek bar', async () => {
    const player = await mount(playingState, { dir: 'rtl' });
    expect(rectOf(part(player, 'play')).left).to.be.greaterThan(rectOf(part(player, 'fullscreen')).left);
    expect(getComputedStyle(part(player, 'seek')).direction).to.equal('ltr');
    expect(getComputedStyle(part(player, 'volume')).direction).to.equal('rtl');
  });

  it('hides all tooltips when Escape is pressed, until the focus or the pointer moves', async () => {
    const player = await mount(playingState);
    const tooltipOf = (name: string, inner?: string) => {
      const button = part(player, name, inner);
      const { content } = getComputedStyle(button, '::after');
      // Firefox computes `attr()` as written, not the value of the attribute.
      return content === 'attr(data-tip)' ? JSON.stringify(button.dataset.tip) : content;
    };
    const tooltips = () => [tooltipOf('play'), tooltipOf('settings', 'button')];
    const initialTooltips = tooltips();
    expect(initialTooltips).to.deep.equal(['"Pause (k)"', '"Settings"']);
    pressKey(document.body, 'Escape');
    expect(tooltips()).to.deep.equal(['none', 'none']);
    part(player, 'mute').focus();
    expect(tooltips()).to.deep.equal(initialTooltips);
    pressKey(part(player, 'mute'), 'Escape');
    part(player, 'play').dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true, relatedTarget: part(player, 'mute') })
    );
    expect(tooltips()).to.deep.equal(initialTooltips);
  });

  it('cannot be scrolled by a script', async () => {
    const player = await mountWithSize(640, 360);
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
    it(`has all visible targets inside ${width} by ${height} pixels, each at least 24 pixels large`, async () => {
      const player = await mountWithSize(width, height);
      const frame = rectOf(player);
      const targets = visibleTargets(player);
      expect(targets.length).to.be.greaterThan(3);
      for (const target of targets) {
        const { left, right, bottom, width: targetWidth, height: targetHeight } = rectOf(target);
        const name = target.ariaLabel ?? '';
        expect(left, name).to.be.at.least(frame.left);
        expect(right, name).to.be.at.most(frame.right);
        expect(bottom, name).to.be.at.most(frame.bottom);
        if (
          getComputedStyle(target.getRootNode() instanceof ShadowRoot ? (target.getRootNode() as ShadowRoot).host : target).opacity !== '0'
        ) {
          expect(Math.min(targetWidth, targetHeight), name).to.be.at.least(24);
        }
      }
    });

    it(`${width >= 320 ? 'shows' : 'does not show'} the duration in ${width} by ${height} pixels`, async () => {
      const player = await mountWithSize(width, height);
      const time = part(player, 'time');
      const isShown = rectOf(time).width > 0 && rectOf(time.querySelector('.of')!).bottom <= rectOf(time).bottom + 1;
      expect(isShown).to.equal(width >= 320);
    });

    it(`has a menu inside ${width < 480 ? 'the window' : 'the player'} in ${width} by ${height} pixels`, async () => {
      const player = await mountWithSize(width, height);
      const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
      menu.shadowRoot!.querySelector('button')!.click();
      await menu.updateComplete;
      const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
      const sheet = panel.closest('dialog');
      await Promise.all([panel, sheet ?? panel].flatMap((element) => element.getAnimations()).map(({ finished }) => finished));
      // In a narrow player the menu is a sheet at the bottom of the screen.
      const frame = sheet ? new DOMRect(0, 0, innerWidth, innerHeight) : rectOf(player);
      expect(sheet !== null).to.equal(width < 480);
      const { left, top, right, bottom } = rectOf(panel);
      expect(left).to.be.at.least(frame.left);
      expect(top).to.be.at.least(frame.top);
      expect(right).to.be.at.most(frame.right);
      expect(bottom).to.be.at.most(frame.bottom);
    });
  }

  it('keeps the controls while paused or focused, and hides them when the mouse leaves during playback', async () => {
    const player = await mount({ ...playingState });
    const areControlsHidden = () => part(player, 'frame').hasAttribute('data-idle');
    const leaveWithMouse = async () => {
      player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
      await waitForRender(player);
    };
    expect(areControlsHidden()).to.equal(false);
    await leaveWithMouse();
    expect(areControlsHidden()).to.equal(true);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await waitForRender(player);
    expect(areControlsHidden()).to.equal(false);
    part(player, 'play').focus();
    await leaveWithMouse();
    expect(areControlsHidden(), 'focus').to.equal(false);
    part(player, 'play').blur();
    await leaveWithMouse();
    expect(areControlsHidden()).to.equal(true);
    player.fake.set({ playback: { paused: true } });
    await waitForRender(player);
    await waitForRender(player);
    expect(areControlsHidden(), 'paused').to.equal(false);
  });
});
