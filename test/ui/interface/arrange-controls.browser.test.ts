import { expect } from 'chai';
import { controls } from '../../../src/ui/controls/index.js';
import { drawn, has, mount, part, playing } from '../mount.js';
import type { TestPlayer } from '../mount.js';

/** The parts of the bar that group its controls. */
const groups = ['timeline', 'start', 'end'];

/** Returns the parts of the controls in visual order. */
const order = (player: TestPlayer): string[] =>
  [...player.shadowRoot!.querySelectorAll('.bar [part]')]
    .map((element) => element.getAttribute('part')!)
    .filter((name) => !groups.includes(name));

async function arranged(list: TestPlayer['controls'], state = playing): Promise<TestPlayer> {
  const player = await mount(state);
  player.controls = list;
  await drawn(player);
  return player;
}

describe('player.controls', () => {
  it('is a boolean, as on a video element', async () => {
    const player = await mount(playing);
    expect(player.controls).to.equal(true);
    player.controls = false;
    await drawn(player);
    expect([player.controls, player.nocontrols, has(player, 'bar')]).to.deep.equal([false, true, false]);
    player.controls = true;
    await drawn(player);
    expect(has(player, 'bar')).to.equal(true);
  });

  it('reorders controls, and leaves out those that are not listed', async () => {
    const player = await arranged(['seek', 'time', 'play', 'fullscreen', 'settings']);
    expect(order(player)).to.deep.equal(['seek', 'time', 'play', 'fullscreen', 'settings']);
    expect(player.controls).to.have.length(5);
    player.controls = true;
    await drawn(player);
    expect(order(player).length).to.be.greaterThan(8);
  });

  it('shows the latency of a live channel only when it is listed', async () => {
    const live = { ...playing, live: { streamType: 'live', latency: 3.24 } } as const;
    expect(has(await arranged(true, live), 'latency')).to.equal(false);
    const player = await arranged(['play', 'latency'], live);
    expect(part(player, 'latency').textContent).to.match(/^3\.2/);
    expect(part(player, 'latency').getAttribute('aria-label')).to.contain('behind live');
    player.fake.set({ live: { latency: NaN } });
    await drawn(player);
    expect(has(player, 'latency')).to.equal(false);
  });

  it('moves a control to another area', async () => {
    const player = await arranged(['play', { name: 'captions', place: 'start' }, 'settings']);
    expect(part(player, 'captions').parentElement!.className).to.equal('start');
  });

  it('adds a button of the page, whose click handler receives the view', async () => {
    const clicks: unknown[] = [];
    const player = await arranged([
      'play',
      { name: 'share', label: 'Share', icon: 'M4 12h16', run: ({ player }) => clicks.push(player) },
      { name: 'like', place: 'start', label: 'Like', pressed: ({ state }) => state.volume.muted, run: () => undefined }
    ]);
    expect(part(player, 'share').ariaLabel).to.equal('Share');
    expect(part(player, 'share').querySelector('path')!.getAttribute('d')).to.equal('M4 12h16');
    expect(part(player, 'like').textContent!.trim()).to.equal('Like');
    expect(part(player, 'like').ariaPressed).to.equal('false');
    expect(part(player, 'like').parentElement!.className).to.equal('start');
    part(player, 'share').click();
    expect(clicks).to.deep.equal([player.fake]);
  });

  it('adds a control that renders itself, as a node or a text', async () => {
    const node = Object.assign(document.createElement('b'), { textContent: 'bold' });
    const player = await arranged([
      { name: 'own', place: 'top', render: () => node },
      { name: 'text', place: 'start', render: ({ state }) => `<i>${state.time.current}</i>` }
    ]);
    expect(part(player, 'top').contains(node)).to.equal(true);
    expect(player.shadowRoot!.querySelector('.start')!.textContent).to.contain('<i>60</i>');
  });

  it('never leaves out status messages', async () => {
    const player = await arranged([], { playback: { autoplayBlocked: true } });
    expect(has(player, 'prompt')).to.equal(true);
    expect(has(player, 'play')).to.equal(false);
  });

  it('leaves out an unknown name', async () => {
    expect(order(await arranged(['play', 'teleport']))).to.deep.equal(['play']);
  });

  it('with all names has the player’s default order', async () => {
    const player = await mount(playing);
    const before = order(player);
    player.controls = Object.values(controls)
      .flat()
      .map(({ name }) => name);
    await drawn(player);
    expect(order(player)).to.deep.equal(before);
  });
});
