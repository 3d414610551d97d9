import { expect } from 'chai';
import { drawn, has, mount, part, playing, press, type TestPlayer } from '../mount.js';

const compact = (player: HTMLElement): boolean => player.shadowRoot!.querySelector('[part=frame]')!.hasAttribute('data-audio');

async function mountAudio(width: number): Promise<TestPlayer> {
  const player = await mount(playing, { audio: '', 'title-text': 'The news' });
  player.style.width = `${width}px`;
  await new Promise(requestAnimationFrame);
  return player;
}

describe('the audio player', () => {
  for (const width of [240, 320, 640, 1280]) {
    it(`is a compact bar of ${width} pixels, with everything inside`, async () => {
      const player = await mountAudio(width);
      const frame = player.getBoundingClientRect();
      expect(frame.height).to.be.lessThan(150);
      expect(frame.width).to.equal(width);
      for (const name of ['play', 'mute', 'seek', 'settings', 'title']) {
        const { left, right, top, bottom, width: wide } = part(player, name).getBoundingClientRect();
        expect(wide, name).to.be.greaterThan(20);
        expect(left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom, name).to.equal(true);
      }
    });
  }

  it('has no big play button, full screen or picture-in-picture', async () => {
    const player = await mountAudio(640);
    expect(['big-play', 'fullscreen', 'pip'].filter((name) => has(player, name))).to.deep.equal([]);
    expect(part(player, 'frame').ariaLabel).to.equal('Audio player: The news');
  });

  it('never hides its controls', async () => {
    const player = await mountAudio(640);
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await drawn(player);
    expect(part(player, 'frame').hasAttribute('data-idle')).to.equal(false);
  });

  it('opens its menu inside the viewport, and its panels over the page', async () => {
    const player = await mountAudio(320);
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    await menu.updateComplete;
    const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
    await Promise.all(panel.getAnimations().map(({ finished }) => finished));
    const { top, left, right } = panel.getBoundingClientRect();
    expect(top).to.be.at.least(player.getBoundingClientRect().top);
    expect([left >= 0, right <= innerWidth]).to.deep.equal([true, true]);
    press(part(player, 'play'), '?');
    await player.updateComplete;
    const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
    await dialog.updateComplete;
    const sheet = dialog.shadowRoot!.querySelector('dialog')!;
    expect(sheet.matches(':modal')).to.equal(true);
    expect(sheet.getBoundingClientRect().height).to.be.greaterThan(200);
    press(dialog.shadowRoot!.activeElement!, 'Escape');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(sheet.open).to.equal(false);
  });

  it('follows the state', async () => {
    const player = await mount({ ...playing, content: { audioOnly: true } });
    expect([compact(player), player.matches(':state(audio)')]).to.deep.equal([true, true]);
    player.fake.set({ content: { audioOnly: false } });
    await drawn(player);
    expect([compact(player), player.matches(':state(audio)')]).to.deep.equal([false, false]);
  });
});
