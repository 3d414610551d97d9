import { expect } from 'chai';
import { mount, TestPlayer } from '../mount.js';

describe('load and preload', () => {
  /** Waits for the microtasks of a task. */
  const settled = () => new Promise(requestAnimationFrame);
  const loaded = (player: TestPlayer): unknown[] =>
    player.fake.calls.filter(([name]) => name === 'load').map(([, sources]) => (sources as { src: string }[])[0]?.src);

  for (const [name, wait] of [
    ['load', (player: TestPlayer) => player.setAttribute('load', 'play')],
    ['load, as a property', (player: TestPlayer) => void Object.assign(player, { load: 'play' })],
    ['loading', (player: TestPlayer) => void (player.loading = 'play')],
    ['preload', (player: TestPlayer) => void (player.preload = 'none')]
  ] as const) {
    it(`apply when ${name} is set after the element is connected and before the source`, async () => {
      for (const pause of [() => undefined, settled]) {
        document.body.replaceChildren();
        const player = new TestPlayer();
        document.body.append(player);
        await pause();
        wait(player);
        player.src = 'a.mp4';
        player.poster = 'https://elsewhere.example/p.jpg';
        await settled();
        expect(loaded(player)).to.deep.equal([]);
        expect(player.fake.session.guard.log.blocked, 'the poster').to.deep.equal([]);
        player.video.dispatchEvent(new Event('play'));
        expect(loaded(player)).to.deep.equal(['a.mp4']);
      }
    });
  }

  it('apply when load is set after the source in the same task', async () => {
    const player = await mount();
    player.src = 'a.mp4';
    player.setAttribute('load', 'play');
    await settled();
    expect(loaded(player)).to.deep.equal([]);
  });

  for (const [from, to] of [
    [{ load: 'play' }, { load: 'eager' }],
    [{ load: 'visible', hidden: '' }, { load: 'eager' }],
    [{ load: 'play' }, { load: 'visible' }],
    [{ preload: 'none' }, { preload: 'auto' }]
  ] as const) {
    it(`load the waiting source once when ${JSON.stringify(from)} becomes ${JSON.stringify(to)}`, async () => {
      const player = await mount({}, { src: 'a.mp4', ...from });
      await settled();
      expect(loaded(player)).to.deep.equal([]);
      for (const [name, value] of Object.entries(to)) player.setAttribute(name, value);
      for (let turn = 0; turn < 3; turn++) await settled();
      expect(loaded(player)).to.deep.equal(['a.mp4']);
      player.video.dispatchEvent(new Event('play'));
      expect(loaded(player)).to.deep.equal(['a.mp4']);
    });
  }

  it('do not load a player that becomes visible when load has changed to "play"', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'visible', hidden: '' });
    player.setAttribute('load', 'play');
    await settled();
    player.hidden = false;
    for (let turn = 0; turn < 3; turn++) await settled();
    expect(loaded(player)).to.deep.equal([]);
  });

  it('load a new source immediately when it follows the first play', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'play' });
    player.video.dispatchEvent(new Event('play'));
    player.src = 'b.mp4';
    await settled();
    expect(loaded(player)).to.deep.equal(['a.mp4', 'b.mp4']);
  });

  it('load again when an eager player is removed and reinserted', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    player.remove();
    await settled();
    document.body.append(player);
    await settled();
    expect(loaded(player)).to.deep.equal(['a.mp4']);
    expect(player.fakes.length).to.equal(2);
  });
});
