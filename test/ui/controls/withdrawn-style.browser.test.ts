import { expect } from 'chai';
import type { StatePatch } from '../../support/fake-player.js';
import { mount, part, playingState, pressKey, waitForRender, type TestPlayer } from '../mount.js';

/** The video lasts 64 s, of which the 8 s from 21 s on are withdrawn. */
const stateWithPassage: StatePatch = {
  ...playingState,
  time: { ...playingState.time, current: 31, duration: 64, seekable: { start: 0, end: 64 }, buffered: [{ start: 29, end: 40 }] },
  chapters: {
    list: [
      { start: 0, end: 32, title: 'One' },
      { start: 32, end: 64, title: 'Two' }
    ],
    current: 0
  },
  withdrawals: { passages: [{ start: 21, end: 29 }] }
};

const sliderOf = (player: TestPlayer) => part<HTMLElementTagNameMap['jet-slider']>(player, 'seek');

/** What the seek bar and the clock show. */
const shown = (player: TestPlayer) => {
  const { min, max, value, ranges, gaps, removed } = sliderOf(player);
  return { min, max, value, ranges, gaps, removed, clock: part(player, 'time').textContent!.replaceAll(/\s/g, '') };
};

async function pressOnSlider(player: TestPlayer, key: string): Promise<void> {
  pressKey(part(player, 'seek', '[role=slider]'), key);
  await waitForRender(player);
}

describe('withdrawn passages in the seek bar', () => {
  it('are gaps on the timeline of the media', async () => {
    const player = await mount(stateWithPassage);
    expect(shown(player)).to.deep.equal({
      min: 0,
      max: 64,
      value: 31,
      ranges: [{ start: 29, end: 40 }],
      gaps: [0, 32],
      removed: [{ start: 21, end: 29 }],
      clock: '0:31/1:04'
    });
  });

  it('are absent from it, and from all times, with withdrawn-style="shortened"', async () => {
    const player = await mount(stateWithPassage, { 'withdrawn-style': 'shortened' });
    expect(shown(player)).to.deep.equal({
      min: 0,
      max: 56,
      value: 23,
      ranges: [{ start: 21, end: 32 }],
      gaps: [0, 24],
      removed: [],
      clock: '0:23/0:56'
    });
    expect(part(player, 'seek', '[role=slider]').ariaValueText).to.equal('23 seconds of 56 seconds, One');
  });

  for (const style of ['gap', 'shortened'])
    it(`are skipped by a seek back with the keyboard: ${style}`, async () => {
      const player = await mount(stateWithPassage, { 'withdrawn-style': style });
      await pressOnSlider(player, 'ArrowLeft');
      expect(player.fake.calls.filter(([name]) => name === 'time.seek')).to.deep.equal([['time.seek', 18]]);
    });

  it('do not change the target of a seek forward', async () => {
    const player = await mount(stateWithPassage, { 'withdrawn-style': 'shortened' });
    await pressOnSlider(player, 'ArrowRight');
    expect(player.fake.calls.filter(([name]) => name === 'time.seek')).to.deep.equal([['time.seek', 36]]);
  });
});
