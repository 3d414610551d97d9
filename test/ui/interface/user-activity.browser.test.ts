import { expect } from 'chai';
import { TestPlayer, waitForRender, mount, part, playingState } from '../mount.js';

const areControlsHidden = (player: TestPlayer): boolean => part(player, 'frame').hasAttribute('data-idle');

/** Fires a pointer event on an element of the player. */
const firePointer = (target: EventTarget, type: string, pointerType = 'mouse'): boolean =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: type !== 'pointerleave', composed: true, pointerId: 7, pointerType }));

/** Moves the mouse out of the player, which hides the controls immediately unless something keeps them. */
async function leaveWithMouse(player: TestPlayer): Promise<void> {
  firePointer(player, 'pointerleave');
  await waitForRender(player);
}

/** Waits until the controls of a second player are hidden because of inactivity: the first player has had the time to hide its own. */
async function waitForInactivity(): Promise<void> {
  const secondPlayer = new TestPlayer();
  document.body.append(secondPlayer);
  secondPlayer.fake.set(playingState);
  await waitForRender(secondPlayer);
  await new Promise<void>((resolve) => {
    const check = () => (areControlsHidden(secondPlayer) ? resolve() : requestAnimationFrame(check));
    check();
  });
}

describe('user activity', () => {
  for (const name of ['seek', 'volume']) {
    for (const pointerType of ['mouse', 'touch']) {
      it(`keeps the controls while the ${name} slider is held by ${pointerType}, until it is released`, async () => {
        const player = await mount(playingState);
        const slider = part(player, name, '[role=slider]');
        slider.setPointerCapture = () => undefined;
        firePointer(slider, 'pointerdown', pointerType);
        await waitForInactivity();
        expect(areControlsHidden(player), 'held').to.equal(false);
        firePointer(player, 'pointerleave');
        await waitForRender(player);
        expect(areControlsHidden(player), 'held outside the player').to.equal(false);
        firePointer(document, 'pointerup', pointerType);
        await leaveWithMouse(player);
        expect(areControlsHidden(player), 'released').to.equal(true);
      });
    }
  }

  it('keeps the controls while the mouse rests on one of them', async () => {
    const player = await mount(playingState);
    firePointer(part(player, 'mute'), 'pointerover');
    await waitForInactivity();
    expect(areControlsHidden(player)).to.equal(false);
    await leaveWithMouse(player);
    expect(areControlsHidden(player), 'outside the player').to.equal(true);
  });

  it('hides the controls while the mouse rests on the video, and after a tap on a control', async () => {
    const player = await mount(playingState);
    firePointer(part(player, 'mute'), 'pointerover');
    firePointer(part(player, 'surface'), 'pointerover');
    await waitForInactivity();
    expect(areControlsHidden(player), 'on the video').to.equal(true);
    firePointer(part(player, 'mute'), 'pointerdown', 'touch');
    firePointer(part(player, 'mute'), 'pointerup', 'touch');
    await waitForRender(player);
    expect(areControlsHidden(player)).to.equal(false);
    await waitForInactivity();
    expect(areControlsHidden(player), 'after a tap').to.equal(true);
  });
});
