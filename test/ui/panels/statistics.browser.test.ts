import { expect } from 'chai';
import { waitForRender, mount, part, type TestPlayer } from '../mount.js';
import type { StatePatch } from '../../support/fake-player.js';

/** Mounts a player with a state, and opens its statistics; `shownFigures` returns the values by their names. */
async function openStatistics(patch: StatePatch): Promise<{ player: TestPlayer; shownFigures: () => Record<string, string> }> {
  const player = await mount(patch);
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  await menu.updateComplete;
  const statisticsItem = () => menu.shadowRoot!.querySelector<HTMLElement>('[data-key=statistics]');
  if (!statisticsItem()) menu.shadowRoot!.querySelector<HTMLElement>('[data-key=more]')!.click();
  await menu.updateComplete;
  statisticsItem()!.click();
  await player.updateComplete;
  const shownFigures = () => {
    const rows = [...part(player, 'statistics').querySelectorAll('div')];
    return Object.fromEntries(rows.map((row) => [row.querySelector('dt')!.textContent, row.querySelector('dd')!.textContent]));
  };
  return { player, shownFigures };
}

const rendition = { id: '720', width: 1280, height: 720, bitrate: 2_400_000 };
const quality = { renditions: [rendition], choice: 'auto', playing: '720', bandwidth: 12_300_000 };
const stats = { startup: 0.42, stalls: 1, stalled: 1.5, height: 720, frames: 1200, dropped: 3 };

describe('the statistics', () => {
  it('show the figures of playback', async () => {
    const { shownFigures } = await openStatistics({
      quality,
      stats,
      time: { current: 10, buffered: [{ start: 0, end: 30 }] },
      live: { latency: 3.14 }
    });
    expect(shownFigures()).to.deep.equal({
      Video: '1280 × 720 · 2.4 Mb/s',
      Network: '12.3 Mb/s',
      Buffer: '20.0s',
      'Dropped frames': '3 / 1,200',
      'Time to start': '0.42s',
      Stalls: '1 · 1.5s',
      Latency: '3.1s'
    });
  });

  it('update during playback', async () => {
    const { player, shownFigures } = await openStatistics({ quality, stats, time: { current: 10, buffered: [{ start: 0, end: 30 }] } });
    player.fake.set({ time: { current: 15, buffered: [{ start: 0, end: 30 }] }, stats: { ...stats, dropped: 4 } });
    await waitForRender(player);
    expect(shownFigures()).to.include({ Buffer: '15.0s', 'Dropped frames': '4 / 1,200' });
  });

  it('leave out unknown values', async () => {
    const { player, shownFigures } = await openStatistics({ time: { current: 10, buffered: [{ start: 20, end: 30 }] } });
    expect(shownFigures()).to.deep.equal({ Buffer: '0.0s', Stalls: '0 · 0.0s' });
    const statistics = part(player, 'statistics');
    expect(statistics.textContent!.replace(/\s+/g, '')).to.equal('Buffer0.0sStalls0·0.0s');
    player.fake.set({ stats: { height: 360 } });
    await waitForRender(player);
    expect(shownFigures()).to.include({ Video: '360p' });
  });
});
