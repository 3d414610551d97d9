import { expect } from 'chai';
import { TestPlayer, drawn, mount, part, playing } from '../mount.js';

const idle = (player: TestPlayer): boolean => part(player, 'frame').hasAttribute('data-idle');

/** Fires a pointer event on an element of the player. */
const point = (target: EventTarget, type: string, pointerType = 'mouse'): boolean =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: type !== 'pointerleave', composed: true, pointerId: 7, pointerType }));

/** Moves the mouse out of the player, which hides the controls at once unless something keeps them. */
async function leave(player: TestPlayer): Promise<void> {
  point(player, 'pointerleave');
  await drawn(player);
}

/** Adds a second player, and waits until its controls are hidden because of inactivity: the time in which others would hide theirs has passed. */
async function untilOthersHide(): Promise<void> {
  const other = new TestPlayer();
  document.body.append(other);
  other.fake.set(playing);
  await drawn(other);
  await new Promise<void>((resolve) => {
    const look = () => (idle(other) ? resolve() : requestAnimationFrame(look));
    look();
  });
}

describe('user activity', () => {
  for (const name of ['seek', 'volume']) {
    for (const pointerType of ['mouse', 'touch']) {
      it(`keeps the controls while the ${name} slider is held by ${pointerType}, until it is released`, async () => {
        const player = await mount(playing);
        const slider = part(player, name, '[role=slider]');
        slider.setPointerCapture = () => undefined;
        point(slider, 'pointerdown', pointerType);
        await untilOthersHide();
        expect(idle(player), 'held').to.equal(false);
        point(player, 'pointerleave');
        await drawn(player);
        expect(idle(player), 'held outside the player').to.equal(false);
        point(document, 'pointerup', pointerType);
        await leave(player);
        expect(idle(player), 'released').to.equal(true);
      });
    }
  }

  it('keeps the controls while the mouse rests on one of them', async () => {
    const player = await mount(playing);
    point(part(player, 'mute'), 'pointerover');
    await untilOthersHide();
    expect(idle(player)).to.equal(false);
    await leave(player);
    expect(idle(player), 'outside the player').to.equal(true);
  });

  it('hides the controls while the mouse rests on the video, and after a tap on a control', async () => {
    const player = await mount(playing);
    point(part(player, 'mute'), 'pointerover');
    point(part(player, 'surface'), 'pointerover');
    await untilOthersHide();
    expect(idle(player), 'on the video').to.equal(true);
    point(part(player, 'mute'), 'pointerdown', 'touch');
    point(part(player, 'mute'), 'pointerup', 'touch');
    await drawn(player);
    expect(idle(player)).to.equal(false);
    await untilOthersHide();
    expect(idle(player), 'after a tap').to.equal(true);
  });
});
