import { expect } from 'chai';
import { drawn, mount, part, type TestPlayer } from '../mount.js';
import type { StatePatch } from '../../support/fake-player.js';

/** Opens the panel of statistics. */
async function open(patch: StatePatch): Promise<{ player: TestPlayer; facts: () => Record<string, string> }> {
  const player = await mount(patch);
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  await menu.updateComplete;
  const item = () => menu.shadowRoot!.querySelector<HTMLElement>('[data-key=statistics]');
  if (!item()) menu.shadowRoot!.querySelector<HTMLElement>('[data-key=more]')!.click();
  await menu.updateComplete;
  item()!.click();
  await player.updateComplete;
  const facts = () => {
    const rows = [...part(player, 'statistics').querySelectorAll('div')];
    return Object.fromEntries(rows.map((row) => [row.querySelector('dt')!.textContent, row.querySelector('dd')!.textContent]));
  };
  return { player, facts };
}

const rendition = { id: '720', width: 1280, height: 720, bitrate: 2_400_000 };
const quality = { renditions: [rendition], choice: 'auto', playing: '720', bandwidth: 12_300_000 };
const stats = { startup: 0.42, stalls: 1, stalled: 1.5, height: 720, frames: 1200, dropped: 3 };

describe('the statistics', () => {
  it('show playback figures', async () => {
    const { facts } = await open({
      quality,
      stats,
      time: { current: 10, buffered: [{ start: 0, end: 30 }] },
      live: { latency: 3.14 }
    });
    expect(facts()).to.deep.equal({
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
    const { player, facts } = await open({ quality, stats, time: { current: 10, buffered: [{ start: 0, end: 30 }] } });
    player.fake.set({ time: { current: 15, buffered: [{ start: 0, end: 30 }] }, stats: { ...stats, dropped: 4 } });
    await drawn(player);
    expect(facts()).to.include({ Buffer: '15.0s', 'Dropped frames': '4 / 1,200' });
  });

  it('leave out unknown values', async () => {
    const { player, facts } = await open({ time: { current: 10, buffered: [{ start: 20, end: 30 }] } });
    expect(facts()).to.deep.equal({ Buffer: '0.0s', Stalls: '0 · 0.0s' });
    const list = part(player, 'statistics');
    expect(list.textContent!.replace(/\s+/g, '')).to.equal('Buffer0.0sStalls0·0.0s');
    player.fake.set({ stats: { height: 360 } });
    await drawn(player);
    expect(facts()).to.include({ Video: '360p' });
  });
});
