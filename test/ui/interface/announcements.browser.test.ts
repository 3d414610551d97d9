import { expect } from 'chai';
import { PlayerError } from '../../../src/media/index.js';
import { until } from '../../support/until.js';
import { waitForRender, mount, part, playingState, pressKey, type TestPlayer } from '../mount.js';

/** Records every text of the live region that screen readers announce. */
function recordAnnouncements(player: TestPlayer): string[] {
  const region = part(player, 'announcement');
  expect(region.role).to.equal('status');
  const announcements: string[] = [];
  const record = () => {
    const text = region.textContent!.trim();
    if (text) announcements.push(text);
  };
  new MutationObserver(record).observe(region, { childList: true, characterData: true, subtree: true });
  return announcements;
}

describe('the live region for screen readers', () => {
  it('announces the result of repeated keys once, when the value has settled', async () => {
    const player = await mount({ ...playingState, volume: { level: 0.5, muted: false } });
    const announcements = recordAnnouncements(player);
    for (let step = 1; step <= 6; step++) {
      pressKey(player, 'ArrowUp');
      player.fake.set({ volume: { level: 0.5 + step / 20 } });
      await waitForRender(player);
      await new Promise(requestAnimationFrame);
    }
    await until('the live region has the text', () => announcements.length > 0);
    expect(announcements).to.deep.equal(['Volume 80%']);
  });

  it('announces the same result again when it occurs again', async () => {
    const player = await mount(playingState);
    const announcements = recordAnnouncements(player);
    for (const times of [1, 2]) {
      pressKey(player, 'm');
      await until('the live region has the text', () => announcements.length === times);
    }
    expect(announcements).to.deep.equal(['Volume 100%', 'Volume 100%']);
  });

  it('announces rebuffering that lasts, and its cause, but no short rebuffering', async () => {
    const player = await mount(playingState);
    const announcements = recordAnnouncements(player);
    for (const waiting of [true, false, true]) {
      player.fake.set({ playback: { waiting } });
      await waitForRender(player);
      await new Promise(requestAnimationFrame);
    }
    await until('the live region has the text', () => announcements.length > 0);
    player.fake.set({ source: { interruption: { kind: 'reconnecting', error: new PlayerError('network/timeout', 'x') } } });
    await until('the live region has the reason', () => announcements.length > 1);
    expect(announcements).to.deep.equal(['Loading', 'Connection lost. Reconnecting…']);
  });

  it('is the only announcement, because the visible notice is hidden from screen readers', async () => {
    const player = await mount(playingState);
    pressKey(player, 'm');
    await waitForRender(player);
    expect(part(player, 'notice').closest('[aria-hidden=true]')).not.to.equal(null);
  });
});
