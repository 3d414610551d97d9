import { expect } from 'chai';
import { PlayerError } from '../../../src/media/index.js';
import type { StatePatch } from '../../support/fake-player.js';
import { mount, part } from '../mount.js';

const rows: readonly [string, StatePatch, key: string, pointer: string][] = [
  ['big-play', {}, 'play', 'surface'],
  ['prompt', { playback: { autoplayBlocked: true } }, 'play', 'surface'],
  // During an error there is no control bar to focus.
  ['retry', { source: { status: 'failed', error: new PlayerError('network/http', 'x') } }, 'surface', 'surface']
];

describe('the focus', () => {
  for (const [name, state, key, pointer] of rows) {
    for (const [how, detail, heir] of [
      ['a key', 0, key],
      ['a pointer', 1, pointer]
    ] as const) {
      it(`moves from ${name}, which is removed, to ${heir} after ${how}`, async () => {
        const player = await mount(state);
        part(player, name).focus();
        part(player, name).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
        expect(player.shadowRoot!.activeElement).to.equal(part(player, heir));
      });
    }
  }

  it('stays in the page’s content in the centre slot', async () => {
    const player = await mount();
    const own = Object.assign(document.createElement('button'), { slot: 'center' });
    player.append(own);
    own.focus();
    own.click();
    expect(document.activeElement).to.equal(own);
  });
});
