import { expect } from 'chai';
import { mount, TestPlayer } from './mount.js';

describe('load and preload', () => {
  /** Waits for what a task has left to be done. */
  const settled = () => new Promise(requestAnimationFrame);
  const loaded = (player: TestPlayer): unknown[] =>
    player.fake.calls.filter(([name]) => name === 'load').map(([, sources]) => (sources as { src: string }[])[0]?.src);

  for (const [name, wait] of [
    ['load', (player: TestPlayer) => player.setAttribute('load', 'play')],
    ['load, as a property', (player: TestPlayer) => void Object.assign(player, { load: 'play' })],
    ['loading', (player: TestPlayer) => void (player.loading = 'play')],
    ['preload', (player: TestPlayer) => void (player.preload = 'none')]
  ] as const) {
    it(`${name} that comes after the element is on the page, and before the source, is heeded`, async () => {
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
        expect(player.fake.session.guard.book.blocked, 'the poster').to.deep.equal([]);
        player.video.dispatchEvent(new Event('play'));
        expect(loaded(player)).to.deep.equal(['a.mp4']);
      }
    });
  }

  it('the source before the wish to wait, in one task, is not fetched either', async () => {
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
    it(`${JSON.stringify(from)} that becomes ${JSON.stringify(to)} loads what waited, once`, async () => {
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

  it('load="visible" that becomes "play" no longer waits to be seen', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'visible', hidden: '' });
    player.setAttribute('load', 'play');
    await settled();
    player.hidden = false;
    for (let turn = 0; turn < 3; turn++) await settled();
    expect(loaded(player)).to.deep.equal([]);
  });

  it('a source after a film that was wanted is loaded at once, as a viewer who watches expects', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'play' });
    player.video.dispatchEvent(new Event('play'));
    player.src = 'b.mp4';
    await settled();
    expect(loaded(player)).to.deep.equal(['a.mp4', 'b.mp4']);
  });

  it('an eager player that is taken out and put back loads again', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    player.remove();
    await settled();
    document.body.append(player);
    await settled();
    expect(loaded(player)).to.deep.equal(['a.mp4']);
    expect(player.fakes.length).to.equal(2);
  });
});
