import { expect } from 'chai';
import { PlayerError } from '../../src/media/index.js';
import { until } from '../support/until.js';
import { drawn, mount, part, playing, press, type TestPlayer } from './mount.js';

/** What a screen reader is told: every text that the live region comes to hold. */
function listen(player: TestPlayer): string[] {
  const region = part(player, 'aloud');
  expect(region.role).to.equal('status');
  const heard: string[] = [];
  const note = () => {
    const text = region.textContent!.trim();
    if (text) heard.push(text);
  };
  new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe('what is read aloud', () => {
  it('is what came of a key, once it has come to rest', async () => {
    const player = await mount({ ...playing, volume: { level: 0.5, muted: false } });
    const heard = listen(player);
    for (let step = 1; step <= 6; step++) {
      press(player, 'ArrowUp');
      player.fake.set({ volume: { level: 0.5 + step / 20 } });
      await drawn(player);
      await new Promise(requestAnimationFrame);
    }
    await until('it is said', () => heard.length > 0);
    expect(heard).to.deep.equal(['Volume 80%']);
  });

  it('is said again when it happens again', async () => {
    const player = await mount(playing);
    const heard = listen(player);
    for (const times of [1, 2]) {
      press(player, 'ArrowRight');
      await until('it is said', () => heard.length === times);
    }
    expect(heard).to.deep.equal(['Forward 5 seconds', 'Forward 5 seconds']);
  });

  it('is a wait that lasts, and why, but no short one', async () => {
    const player = await mount(playing);
    const heard = listen(player);
    for (const waiting of [true, false, true]) {
      player.fake.set({ playback: { waiting } });
      await drawn(player);
      await new Promise(requestAnimationFrame);
    }
    await until('it is said', () => heard.length > 0);
    player.fake.set({ error: { trouble: { kind: 'reconnecting', error: new PlayerError('network/timeout', 'x') } } });
    await until('the reason is said', () => heard.length > 1);
    expect(heard).to.deep.equal(['Loading', 'Connection lost. Reconnecting…']);
  });

  it('says nothing twice: what is seen of a notice is hidden from a screen reader', async () => {
    const player = await mount(playing);
    press(player, 'm');
    await drawn(player);
    expect(part(player, 'notice').closest('[aria-hidden=true]')).not.to.equal(null);
  });
});
