import { expect } from 'chai';
import { PlayerError } from '../../../src/media/index.js';
import type { StatePatch } from '../../support/fake-player.js';
import { mount, part } from '../mount.js';

/** A part that has the focus, and the parts that receive it after a click with a key or with a pointer. */
const cases: readonly [name: string, state: StatePatch, afterKey: string, afterPointer: string][] = [
  ['big-play', {}, 'play', 'surface'],
  ['prompt', { playback: { autoplayBlocked: true } }, 'play', 'surface'],
  // During an error there is no control bar to focus.
  ['retry', { source: { status: 'failed', error: new PlayerError('network/http', 'x') } }, 'surface', 'surface']
];

describe('the focus', () => {
  for (const [name, state, afterKey, afterPointer] of cases) {
    for (const [input, detail, nextFocus] of [
      ['a key', 0, afterKey],
      ['a pointer', 1, afterPointer]
    ] as const) {
      it(`moves from ${name} to ${nextFocus} when ${name} is clicked with ${input}`, async () => {
        const player = await mount(state);
        part(player, name).focus();
        part(player, name).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
        expect(player.shadowRoot!.activeElement).to.equal(part(player, nextFocus));
      });
    }
  }

  it('stays on a button of the page in the center slot', async () => {
    const player = await mount();
    const pageButton = Object.assign(document.createElement('button'), { slot: 'center' });
    player.append(pageButton);
    pageButton.focus();
    pageButton.click();
    expect(document.activeElement).to.equal(pageButton);
  });
});
