import { expect } from 'chai';
import type { JetSlider } from '../../../src/ui/elements/jet-slider.js';
import { waitForRender, liveState, mount, part, playingState, type TestPlayer } from '../mount.js';

const runningAnimations = (player: TestPlayer): number => {
  const animations = part<JetSlider>(player, 'seek').shadowRoot!.getAnimations();
  return animations.filter((animation) => !(animation instanceof CSSTransition) && animation.playState === 'running').length;
};

const sliderRate = (player: TestPlayer): number => part<JetSlider>(player, 'seek').rate;

async function changeState(player: TestPlayer, patch: Parameters<TestPlayer['fake']['set']>[0]): Promise<void> {
  player.fake.set(patch);
  await waitForRender(player);
  await part<JetSlider>(player, 'seek').updateComplete;
}

describe('the seek bar during playback', () => {
  it('moves at the playback rate', async () => {
    const player = await mount(playingState);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(sliderRate(player)).to.equal(1);
    expect(runningAnimations(player)).to.equal(2);
    await changeState(player, { playback: { rate: 1.5 } });
    expect(sliderRate(player)).to.equal(1.5);
    await changeState(player, liveState);
    expect(runningAnimations(player), 'behind the live edge').to.equal(2);
  });

  const haltedStates: readonly [string, Parameters<TestPlayer['fake']['set']>[0]][] = [
    ['paused', { playback: { paused: true } }],
    ['waiting for data', { playback: { waiting: true } }],
    ['ended', { playback: { ended: true } }],
    ['seeking', { time: { seeking: true } }]
  ];
  for (const [title, patch] of haltedStates) {
    it(`runs no animation while playback is ${title}, and its two animations again afterwards`, async () => {
      const player = await mount(playingState);
      await changeState(player, patch);
      expect(runningAnimations(player)).to.equal(0);
      await changeState(player, {
        ...playingState,
        playback: { ...playingState.playback, waiting: false, ended: false },
        time: { seeking: false }
      });
      expect(runningAnimations(player)).to.equal(2);
    });
  }

  it('runs no animation while the controls are hidden, and its two animations again afterwards', async () => {
    const player = await mount(playingState);
    player.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await waitForRender(player);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(part(player, 'frame').hasAttribute('data-idle'), 'hidden').to.equal(true);
    expect(runningAnimations(player)).to.equal(0);
    player.dispatchEvent(new PointerEvent('pointermove'));
    await waitForRender(player);
    await part<JetSlider>(player, 'seek').updateComplete;
    expect(runningAnimations(player)).to.equal(2);
  });
});
