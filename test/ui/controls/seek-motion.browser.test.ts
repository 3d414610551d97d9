import { expect } from 'chai';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import { drawn, live, mount, part, playing, type TestPlayer } from '../mount.js';

const running = (player: TestPlayer): number => {
  const all = part<JetSlider>(player, 'seek').shadowRoot!.getAnimations();
  return all.filter((animation) => !(animation instanceof CSSTransition) && animation.playState === 'running').length;
};

const rate = (player: TestPlayer): number => part<JetSlider>(player, 'seek').rate;

async function change(player: TestPlayer, patch: Parameters<TestPlayer['fake']['set']>[0]): Promise<void> {
  player.fake.set(patch);
  await drawn(player);
  await part<JetSlider>(player, 'seek').updateComplete;
}

describe('the seek bar during playback', () => {
  it('moves at the speed of playback', async () => {
    const player = await mount(playing);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(rate(player)).to.equal(1);
    expect(running(player)).to.equal(2);
    await change(player, { playback: { rate: 1.5 } });
    expect(rate(player)).to.equal(1.5);
    await change(player, live);
    expect(running(player), 'behind the live edge').to.equal(2);
  });

  const states: readonly [string, Parameters<TestPlayer['fake']['set']>[0]][] = [
    ['paused', { playback: { paused: true } }],
    ['waiting for data', { playback: { waiting: true } }],
    ['ended', { playback: { ended: true } }],
    ['seeking', { time: { seeking: true } }]
  ];
  for (const [title, patch] of states) {
    it(`runs no animation while ${title}, and one again afterwards`, async () => {
      const player = await mount(playing);
      await change(player, patch);
      expect(running(player)).to.equal(0);
      await change(player, { ...playing, playback: { ...playing.playback, waiting: false, ended: false }, time: { seeking: false } });
      expect(running(player)).to.equal(2);
    });
  }

  it('runs no animation while the controls are hidden', async () => {
    const player = await mount(playing);
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await drawn(player);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(part(player, 'frame').hasAttribute('data-idle'), 'hidden').to.equal(true);
    expect(running(player)).to.equal(0);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await drawn(player);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(running(player)).to.equal(2);
  });
});
