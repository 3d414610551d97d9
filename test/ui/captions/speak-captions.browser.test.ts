import { expect } from 'chai';
import { PlayerError } from '../../../src/media/index.js';
import { until } from '../../support/until.js';
import { drawn, mount, part, playing, press, type TestPlayer } from '../mount.js';

/** Records every text of the live region, for screen readers. */
function listen(player: TestPlayer): string[] {
  const region = part(player, 'announcement');
  expect(region.role).to.equal('status');
  const spoken: string[] = [];
  const note = () => {
    const text = region.textContent!.trim();
    if (text) spoken.push(text);
  };
  new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  return spoken;
}

describe('what is read aloud', () => {
  it('is the result of a key, once the value has settled', async () => {
    const player = await mount({ ...playing, volume: { level: 0.5, muted: false } });
    const spoken = listen(player);
    for (let step = 1; step <= 6; step++) {
      press(player, 'ArrowUp');
      player.fake.set({ volume: { level: 0.5 + step / 20 } });
      await drawn(player);
      await new Promise(requestAnimationFrame);
    }
    await until('the live region has it', () => spoken.length > 0);
    expect(spoken).to.deep.equal(['Volume 80%']);
  });

  it('is repeated when the same result occurs again', async () => {
    const player = await mount(playing);
    const spoken = listen(player);
    for (const times of [1, 2]) {
      press(player, 'm');
      await until('the live region has it', () => spoken.length === times);
    }
    expect(spoken).to.deep.equal(['Volume 100%', 'Volume 100%']);
  });

  it('is long rebuffering with its cause, but not a short one', async () => {
    const player = await mount(playing);
    const spoken = listen(player);
    for (const waiting of [true, false, true]) {
      player.fake.set({ playback: { waiting } });
      await drawn(player);
      await new Promise(requestAnimationFrame);
    }
    await until('the live region has it', () => spoken.length > 0);
    player.fake.set({ source: { interruption: { kind: 'reconnecting', error: new PlayerError('network/timeout', 'x') } } });
    await until('the live region has the reason', () => spoken.length > 1);
    expect(spoken).to.deep.equal(['Loading', 'Connection lost. Reconnecting…']);
  });

  it('is not repeated: the visible notice is hidden from screen readers', async () => {
    const player = await mount(playing);
    press(player, 'm');
    await drawn(player);
    expect(part(player, 'notice').closest('[aria-hidden=true]')).not.to.equal(null);
  });
});
