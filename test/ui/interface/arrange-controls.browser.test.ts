import { expect } from 'chai';
import { controls } from '../../../src/ui/controls/index.js';
import { waitForRender, hasPart, mount, part, playingState } from '../mount.js';
import type { TestPlayer } from '../mount.js';

/** The parts of the control bar that group its controls. */
const groups = ['timeline', 'start', 'end'];

/** Returns the parts of the controls in visual order. */
const controlOrder = (player: TestPlayer): string[] =>
  [...player.shadowRoot!.querySelectorAll('.bar [part]')]
    .map((element) => element.getAttribute('part')!)
    .filter((name) => !groups.includes(name));

/** Mounts a player whose `controls` property has this value. */
async function mountWithControls(list: TestPlayer['controls'], state = playingState): Promise<TestPlayer> {
  const player = await mount(state);
  player.controls = list;
  await waitForRender(player);
  return player;
}

describe('player.controls', () => {
  it('is a boolean, as on a video element', async () => {
    const player = await mount(playingState);
    expect(player.controls).to.equal(true);
    player.controls = false;
    await waitForRender(player);
    expect([player.controls, player.nocontrols, hasPart(player, 'bar')]).to.deep.equal([false, true, false]);
    player.controls = true;
    await waitForRender(player);
    expect(hasPart(player, 'bar')).to.equal(true);
  });

  it('reorders controls, and leaves out those that are not listed', async () => {
    const player = await mountWithControls(['seek', 'time', 'play', 'fullscreen', 'settings']);
    expect(controlOrder(player)).to.deep.equal(['seek', 'time', 'play', 'fullscreen', 'settings']);
    expect(player.controls).to.have.length(5);
    player.controls = true;
    await waitForRender(player);
    expect(controlOrder(player).length).to.be.greaterThan(8);
  });

  it('shows the latency of a live stream only when it lists latency and the latency is known', async () => {
    const liveState = { ...playingState, live: { streamType: 'live', latency: 3.24 } } as const;
    expect(hasPart(await mountWithControls(true, liveState), 'latency')).to.equal(false);
    const player = await mountWithControls(['play', 'latency'], liveState);
    expect(part(player, 'latency').textContent).to.match(/^3\.2/);
    expect(part(player, 'latency').getAttribute('aria-label')).to.contain('behind live');
    player.fake.set({ live: { latency: NaN } });
    await waitForRender(player);
    expect(hasPart(player, 'latency')).to.equal(false);
  });

  it('moves a control to another area', async () => {
    const player = await mountWithControls(['play', { name: 'captions', place: 'start' }, 'settings']);
    expect(part(player, 'captions').parentElement!.className).to.equal('start');
  });

  it('adds a button of the page, whose click handler receives the view', async () => {
    const clicks: unknown[] = [];
    const player = await mountWithControls([
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

  it('adds a control whose render function returns a node or a text', async () => {
    const node = Object.assign(document.createElement('b'), { textContent: 'bold' });
    const player = await mountWithControls([
      { name: 'own', place: 'top', render: () => node },
      { name: 'text', place: 'start', render: ({ state }) => `<i>${state.time.current}</i>` }
    ]);
    expect(part(player, 'top').contains(node)).to.equal(true);
    expect(player.shadowRoot!.querySelector('.start')!.textContent).to.contain('<i>60</i>');
  });

  it('does not leave out the prompt to play when the list is empty', async () => {
    const player = await mountWithControls([], { playback: { autoplayBlocked: true } });
    expect(hasPart(player, 'prompt')).to.equal(true);
    expect(hasPart(player, 'play')).to.equal(false);
  });

  it('leaves out an unknown name', async () => {
    expect(controlOrder(await mountWithControls(['play', 'teleport']))).to.deep.equal(['play']);
  });

  it('has the default order when it lists all names', async () => {
    const player = await mount(playingState);
    const defaultOrder = controlOrder(player);
    player.controls = Object.values(controls)
      .flat()
      .map(({ name }) => name);
    await waitForRender(player);
    expect(controlOrder(player)).to.deep.equal(defaultOrder);
  });
});
