import { expect } from 'chai';
import { drawn, live, mount, part, playing, type TestPlayer } from '../mount.js';

/** Drags the seek bar to a fraction of its width, and holds it there. */
async function drag(player: TestPlayer, type: string, fraction: number): Promise<void> {
  const slider = part(player, 'seek', '[role=slider]');
  slider.setPointerCapture = () => undefined;
  const { left, width } = slider.getBoundingClientRect();
  const clientX = left + width * fraction;
  slider.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 3, pointerType: 'touch', clientX }));
  await drawn(player);
}

const clock = (player: TestPlayer) => part(player, 'time').textContent!.trim();
const scrubs = (player: TestPlayer) => part(player, 'frame').hasAttribute('data-scrubbing');

describe('scrubbing', () => {
  it('moves the clock while the viewer drags, and seeks once when they release', async () => {
    const player = await mount({ ...playing, thumbnails: { available: true } });
    await drag(player, 'pointerdown', 0.5);
    expect(clock(player)).to.equal('2:30 / 5:00');
    expect(scrubs(player)).to.equal(true);
    await drag(player, 'pointermove', 0.3);
    expect(clock(player)).to.equal('1:30 / 5:00');
    expect(player.fake.calls).to.deep.equal([]);
    await drag(player, 'pointerup', 0.3);
    expect(player.fake.calls).to.deep.equal([['time.seek', 90]]);
    expect([clock(player), scrubs(player)]).to.deep.equal(['1:00 / 5:00', false]);
  });

  it('moves the clock of a live stream', async () => {
    const player = await mount(live);
    await drag(player, 'pointerdown', 0.5);
    expect(clock(player)).to.equal('−1:40');
  });

  it('shows the thumbnail over the whole video', async () => {
    const player = await mount({ ...playing, thumbnails: { available: true } });
    await drag(player, 'pointerdown', 0.5);
    const filling = () => player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-preview']>('jet-preview[fills]');
    expect(filling()!.seconds).to.equal(150);
    expect(filling()!.getBoundingClientRect().width).to.equal(part(player, 'frame').getBoundingClientRect().width);
    await drag(player, 'pointerup', 0.5);
    expect(filling()).to.equal(null);
  });

  it('seeks within the buffered range when there are no thumbnails, one seek at a time', async () => {
    const player = await mount(playing);
    await drag(player, 'pointerdown', 0.5);
    expect(player.fake.calls, 'not buffered').to.deep.equal([]);
    await drag(player, 'pointermove', 0.3);
    expect(player.fake.calls).to.deep.equal([['time.seek', 90]]);
    Object.defineProperty(player.video, 'seeking', { value: true });
    await drag(player, 'pointermove', 0.2);
    expect(player.fake.calls.length).to.equal(1);
  });

  it('returns to where it began when the drag is cancelled', async () => {
    const player = await mount(playing);
    await drag(player, 'pointerdown', 0.3);
    await drag(player, 'pointercancel', 0.3);
    expect(player.fake.calls).to.deep.equal([
      ['time.seek', 90],
      ['time.seek', 60]
    ]);
    expect(scrubs(player)).to.equal(false);
  });
});
