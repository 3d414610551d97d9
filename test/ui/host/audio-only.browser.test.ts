import { expect } from 'chai';
import { waitForRender, hasPart, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

const hasAudioLayout = (player: HTMLElement): boolean => player.shadowRoot!.querySelector('[part=frame]')!.hasAttribute('data-audio');

async function mountAudio(width: number): Promise<TestPlayer> {
  const player = await mount(playingState, { audio: '', 'title-text': 'The news' });
  player.style.width = `${width}px`;
  await new Promise(requestAnimationFrame);
  return player;
}

describe('the audio player', () => {
  for (const width of [240, 320, 640, 1280]) {
    it(`is a compact bar with its parts inside at a width of ${width} pixels`, async () => {
      const player = await mountAudio(width);
      const frame = player.getBoundingClientRect();
      expect(frame.height).to.be.lessThan(150);
      expect(frame.width).to.equal(width);
      for (const name of ['play', 'mute', 'seek', 'settings', 'title']) {
        const { left, right, top, bottom, width: partWidth } = part(player, name).getBoundingClientRect();
        expect(partWidth, name).to.be.greaterThan(20);
        expect(left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom, name).to.equal(true);
      }
    });
  }

  it('has no big play button, full screen or picture-in-picture', async () => {
    const player = await mountAudio(640);
    expect(['big-play', 'fullscreen', 'pip'].filter((name) => hasPart(player, name))).to.deep.equal([]);
    expect(part(player, 'frame').ariaLabel).to.equal('Audio player: The news');
  });

  it('never hides its controls', async () => {
    const player = await mountAudio(640);
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await waitForRender(player);
    expect(part(player, 'frame').hasAttribute('data-idle')).to.equal(false);
  });

  it('opens its menu inside the viewport, and its panels as modal dialogs', async () => {
    const player = await mountAudio(320);
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    await menu.updateComplete;
    const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
    await Promise.all(panel.getAnimations().map(({ finished }) => finished));
    const { top, left, right } = panel.getBoundingClientRect();
    expect(top).to.be.at.least(player.getBoundingClientRect().top);
    expect([left >= 0, right <= innerWidth]).to.deep.equal([true, true]);
    pressKey(part(player, 'play'), '?');
    await player.updateComplete;
    const dialog = part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel');
    await dialog.updateComplete;
    const sheet = dialog.shadowRoot!.querySelector('dialog')!;
    expect(sheet.matches(':modal')).to.equal(true);
    expect(sheet.getBoundingClientRect().height).to.be.greaterThan(200);
    pressKey(dialog.shadowRoot!.activeElement!, 'Escape');
    await player.updateComplete;
    await dialog.updateComplete;
    expect(sheet.open).to.equal(false);
  });

  it('is shown while the state says that the content is audio only', async () => {
    const player = await mount({ ...playingState, content: { audioOnly: true } });
    expect([hasAudioLayout(player), player.matches(':state(audio)')]).to.deep.equal([true, true]);
    player.fake.set({ content: { audioOnly: false } });
    await waitForRender(player);
    expect([hasAudioLayout(player), player.matches(':state(audio)')]).to.deep.equal([false, false]);
  });
});
