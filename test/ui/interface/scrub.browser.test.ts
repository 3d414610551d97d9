import { expect } from 'chai';
import { waitForRender, liveState, mount, part, playingState, type TestPlayer } from '../mount.js';

/** Fires an event of a finger on the seek bar, at a fraction of its width. */
async function dragSeekBar(player: TestPlayer, type: string, fraction: number): Promise<void> {
  const slider = part(player, 'seek', '[role=slider]');
  slider.setPointerCapture = () => undefined;
  const { left, width } = slider.getBoundingClientRect();
  // WebKit rounds the coordinates of pointer events down to whole pixels.
  const clientX = Math.ceil(left + width * fraction);
  slider.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 3, pointerType: 'touch', clientX }));
  await waitForRender(player);
}

/** Expects seeks to these positions and no other calls; a pixel of the seek bar is at most a second. */
function expectSeeks(player: TestPlayer, ...positions: readonly number[]): void {
  expect(player.fake.calls.map(([name]) => name)).to.deep.equal(positions.map(() => 'time.seek'));
  player.fake.calls.forEach(([, seconds], index) => expect(seconds).to.be.closeTo(positions[index]!, 1));
}

const timeText = (player: TestPlayer) => part(player, 'time').textContent!.trim();
const isScrubbing = (player: TestPlayer) => part(player, 'frame').hasAttribute('data-scrubbing');

describe('scrubbing', () => {
  it('changes the shown time while the viewer drags, and seeks once when they release', async () => {
    const player = await mount({ ...playingState, thumbnails: { available: true } });
    await dragSeekBar(player, 'pointerdown', 0.5);
    expect(timeText(player)).to.equal('2:30 / 5:00');
    expect(isScrubbing(player)).to.equal(true);
    await dragSeekBar(player, 'pointermove', 0.3);
    expect(timeText(player)).to.equal('1:30 / 5:00');
    expect(player.fake.calls).to.deep.equal([]);
    await dragSeekBar(player, 'pointerup', 0.3);
    expectSeeks(player, 90);
    expect([timeText(player), isScrubbing(player)]).to.deep.equal(['1:00 / 5:00', false]);
  });

  it('changes the shown time of a live stream', async () => {
    const player = await mount(liveState);
    await dragSeekBar(player, 'pointerdown', 0.5);
    expect(timeText(player)).to.equal('−1:40');
  });

  it('shows the thumbnail over the whole video', async () => {
    const player = await mount({ ...playingState, thumbnails: { available: true } });
    await dragSeekBar(player, 'pointerdown', 0.5);
    const fullPreview = () => player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-preview']>('jet-preview[fills]');
    expect(fullPreview()!.seconds).to.be.closeTo(150, 1);
    expect(fullPreview()!.getBoundingClientRect().width).to.equal(part(player, 'frame').getBoundingClientRect().width);
    await dragSeekBar(player, 'pointerup', 0.5);
    expect(fullPreview()).to.equal(null);
  });

  it('seeks within the buffered range while the viewer drags when there are no thumbnails, one seek at a time', async () => {
    const player = await mount(playingState);
    await dragSeekBar(player, 'pointerdown', 0.5);
    expect(player.fake.calls, 'not buffered').to.deep.equal([]);
    await dragSeekBar(player, 'pointermove', 0.3);
    expectSeeks(player, 90);
    Object.defineProperty(player.video, 'seeking', { value: true });
    await dragSeekBar(player, 'pointermove', 0.2);
    expect(player.fake.calls.length).to.equal(1);
  });

  it('returns to the playback position at which it began when the drag is cancelled', async () => {
    const player = await mount(playingState);
    await dragSeekBar(player, 'pointerdown', 0.3);
    await dragSeekBar(player, 'pointercancel', 0.3);
    expectSeeks(player, 90, 60);
    expect(isScrubbing(player)).to.equal(false);
  });
});
