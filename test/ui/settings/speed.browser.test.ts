import { expect } from 'chai';
import { drawn, mount, part, playing, press, type TestPlayer } from '../mount.js';

const menuOf = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
const sliderOf = (player: TestPlayer) => menuOf(player).shadowRoot!.querySelector('jet-slider')!;
const thumbOf = (player: TestPlayer) => sliderOf(player).shadowRoot!.querySelector<HTMLElement>('[role=slider]')!;
const focused = (player: TestPlayer) => menuOf(player).shadowRoot!.activeElement as HTMLElement;

/** Opens the page of the speeds. */
async function open(attributes = {}): Promise<TestPlayer> {
  const player = await mount({ ...playing, playback: { paused: false, started: true, rate: 1.25 } }, attributes);
  part(player, 'settings', 'button').click();
  await menuOf(player).updateComplete;
  part(player, 'settings', '[data-key=speed]').click();
  await menuOf(player).updateComplete;
  await sliderOf(player).updateComplete;
  return player;
}

describe('the slider of the speed', () => {
  it('has the range of the presets, and its value in words', async () => {
    const player = await open({ 'playback-rates': '0.5 1 3' });
    const { ariaValueMin, ariaValueMax, ariaValueText, ariaLabel } = thumbOf(player);
    expect([ariaValueMin, ariaValueMax, ariaValueText, ariaLabel]).to.deep.equal(['0.5', '3', '1.25×', 'Speed']);
    expect(sliderOf(player).closest('[role=menu]'), 'a menu contains no slider').to.equal(null);
  });

  it('changes the speed in steps of 0.05 by key, and the menu stays open', async () => {
    const player = await open();
    sliderOf(player).focus();
    press(thumbOf(player), 'ArrowRight');
    player.fake.set({ playback: { rate: 1.3 } });
    await drawn(player);
    await menuOf(player).updateComplete;
    await sliderOf(player).updateComplete;
    press(thumbOf(player), 'ArrowLeft');
    expect(player.fake.calls).to.deep.equal([
      ['playback.setRate', 1.3],
      ['playback.setRate', 1.25]
    ]);
    expect(menuOf(player).open).to.equal(true);
  });

  it('sets a step of 0.05 wherever the pointer is', async () => {
    const player = await open();
    const { left, width, top, height } = thumbOf(player).getBoundingClientRect();
    const at = (fraction: number) => ({ clientX: left + width * fraction, clientY: top + height / 2, pointerId: 1, bubbles: true });
    thumbOf(player).setPointerCapture = () => undefined;
    for (const [type, fraction] of [
      ['pointerdown', 0.333],
      ['pointermove', 0.3334],
      ['pointermove', 0.71],
      ['pointerup', 0.71]
    ] as const)
      thumbOf(player).dispatchEvent(new PointerEvent(type, at(fraction)));
    const rates = player.fake.calls.map(([, rate]) => rate as number);
    expect(rates.length).to.be.greaterThan(0);
    for (const rate of rates) expect(Math.abs(rate * 20 - Math.round(rate * 20))).to.be.lessThan(1e-9);
    expect(rates.at(-1)).to.equal(1.5);
  });

  it('is reached by the arrow keys of the menu, which do not change it', async () => {
    const player = await open();
    press(focused(player), 'End');
    expect(focused(player).localName).to.equal('jet-slider');
    press(thumbOf(player), 'ArrowUp');
    expect(focused(player).dataset.key).to.equal('=2');
    press(focused(player), 'ArrowDown');
    expect(focused(player).localName).to.equal('jet-slider');
    press(thumbOf(player), 'ArrowDown');
    expect(focused(player).classList.contains('back')).to.equal(true);
    expect(player.fake.calls).to.deep.equal([]);
  });

  it('leads back with Escape', async () => {
    const player = await open();
    press(focused(player), 'End');
    press(thumbOf(player), 'Escape');
    await menuOf(player).updateComplete;
    expect(focused(player).dataset.key).to.equal('speed');
  });

  it('shows a speed between the presets', async () => {
    const player = await open();
    player.fake.set({ playback: { rate: 1.35 } });
    await drawn(player);
    await menuOf(player).updateComplete;
    await sliderOf(player).updateComplete;
    expect(thumbOf(player).ariaValueText).to.equal('1.35×');
    expect(menuOf(player).shadowRoot!.querySelector('[aria-checked=true]')).to.equal(null);
  });

  it('is missing when there is nothing to choose', async () => {
    const player = await mount(playing, { 'playback-rates': '1' });
    part(player, 'settings', 'button').click();
    await menuOf(player).updateComplete;
    expect(menuOf(player).shadowRoot!.querySelector('[data-key=speed]')).to.equal(null);
  });
});
