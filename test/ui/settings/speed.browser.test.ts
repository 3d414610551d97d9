import { expect } from 'chai';
import { waitForRender, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

const settingsMenu = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const speedSlider = (player: TestPlayer) => settingsMenu(player).shadowRoot!.querySelector('jet-slider')!;
const sliderControl = (player: TestPlayer) => speedSlider(player).shadowRoot!.querySelector<HTMLElement>('[role=slider]')!;
const focusedElement = (player: TestPlayer) => settingsMenu(player).shadowRoot!.activeElement as HTMLElement;

/** Mounts a player at a speed of 1.25, and opens the submenu of speeds. */
async function openSpeedMenu(attributes = {}): Promise<TestPlayer> {
  const player = await mount({ ...playingState, playback: { paused: false, started: true, rate: 1.25 } }, attributes);
  part(player, 'settings', 'button').click();
  await settingsMenu(player).updateComplete;
  part(player, 'settings', '[data-key=speed]').click();
  await settingsMenu(player).updateComplete;
  await speedSlider(player).updateComplete;
  return player;
}

describe('the speed slider', () => {
  it('has the range of the presets, and the speed as its value text', async () => {
    const player = await openSpeedMenu({ 'playback-rates': '0.5 1 3' });
    const { ariaValueMin, ariaValueMax, ariaValueText, ariaLabel } = sliderControl(player);
    expect([ariaValueMin, ariaValueMax, ariaValueText, ariaLabel]).to.deep.equal(['0.5', '3', '1.25×', 'Speed']);
    expect(speedSlider(player).closest('[role=menu]'), 'a menu contains no slider').to.equal(null);
  });

  it('changes the speed in steps of 0.05 with the arrow keys, and keeps the menu open', async () => {
    const player = await openSpeedMenu();
    speedSlider(player).focus();
    pressKey(sliderControl(player), 'ArrowRight');
    player.fake.set({ playback: { rate: 1.3 } });
    await waitForRender(player);
    await settingsMenu(player).updateComplete;
    await speedSlider(player).updateComplete;
    pressKey(sliderControl(player), 'ArrowLeft');
    expect(player.fake.calls).to.deep.equal([
      ['playback.setRate', 1.3],
      ['playback.setRate', 1.25]
    ]);
    expect(settingsMenu(player).open).to.equal(true);
  });

  it('sets the speed to a multiple of 0.05 wherever the pointer is', async () => {
    const player = await openSpeedMenu();
    const { left, width, top, height } = sliderControl(player).getBoundingClientRect();
    const eventInit = (fraction: number) => ({ clientX: left + width * fraction, clientY: top + height / 2, pointerId: 1, bubbles: true });
    sliderControl(player).setPointerCapture = () => undefined;
    for (const [type, fraction] of [
      ['pointerdown', 0.333],
      ['pointermove', 0.3334],
      ['pointermove', 0.71],
      ['pointerup', 0.71]
    ] as const)
      sliderControl(player).dispatchEvent(new PointerEvent(type, eventInit(fraction)));
    const rates = player.fake.calls.map(([, rate]) => rate as number);
    expect(rates.length).to.be.greaterThan(0);
    for (const rate of rates) expect(Math.abs(rate * 20 - Math.round(rate * 20))).to.be.lessThan(1e-9);
    expect(rates.at(-1)).to.equal(1.5);
  });

  it('receives and loses the focus with the arrow keys of the menu, which do not change it', async () => {
    const player = await openSpeedMenu();
    pressKey(focusedElement(player), 'End');
    expect(focusedElement(player).localName).to.equal('jet-slider');
    pressKey(sliderControl(player), 'ArrowUp');
    expect(focusedElement(player).dataset.value).to.equal('2');
    pressKey(focusedElement(player), 'ArrowDown');
    expect(focusedElement(player).localName).to.equal('jet-slider');
    pressKey(sliderControl(player), 'ArrowDown');
    expect(focusedElement(player).classList.contains('back')).to.equal(true);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('returns to the speed item when Escape is pressed', async () => {
    const player = await openSpeedMenu();
    pressKey(focusedElement(player), 'End');
    pressKey(sliderControl(player), 'Escape');
    await settingsMenu(player).updateComplete;
    expect(focusedElement(player).dataset.key).to.equal('speed');
  });

  it('shows a speed between the presets', async () => {
    const player = await openSpeedMenu();
    player.fake.set({ playback: { rate: 1.35 } });
    await waitForRender(player);
    await settingsMenu(player).updateComplete;
    await speedSlider(player).updateComplete;
    expect(sliderControl(player).ariaValueText).to.equal('1.35×');
    expect(settingsMenu(player).shadowRoot!.querySelector('[aria-checked=true]')).to.equal(null);
  });

  it('is absent, as is the speed item, when there is only one rate', async () => {
    const player = await mount(playingState, { 'playback-rates': '1' });
    part(player, 'settings', 'button').click();
    await settingsMenu(player).updateComplete;
    expect(settingsMenu(player).shadowRoot!.querySelector('[data-key=speed]')).to.equal(null);
  });
});
