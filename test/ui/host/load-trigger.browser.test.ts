import { expect } from 'chai';
import { mount, TestPlayer } from '../mount.js';

describe('a player with load or preload', () => {
  /** Waits for the next frame, which comes after the microtasks of this task. */
  const nextFrame = () => new Promise(requestAnimationFrame);
  /** The URLs that the element has passed to `load`. */
  const loadedUrls = (player: TestPlayer): unknown[] =>
    player.fake.calls.filter(([name]) => name === 'load').map(([, sources]) => (sources as { src: string }[])[0]?.src);

  for (const [name, deferLoad] of [
    ['the load attribute', (player: TestPlayer) => player.setAttribute('load', 'play')],
    ['the load property', (player: TestPlayer) => void Object.assign(player, { load: 'play' })],
    ['the loading property', (player: TestPlayer) => void (player.loading = 'play')],
    ['the preload property', (player: TestPlayer) => void (player.preload = 'none')]
  ] as const) {
    it(`loads neither source nor poster before playback when ${name} is set after the element is connected`, async () => {
      for (const waitBefore of [() => undefined, nextFrame]) {
        document.body.replaceChildren();
        const player = new TestPlayer();
        document.body.append(player);
        await waitBefore();
        deferLoad(player);
        player.src = 'a.mp4';
        player.poster = 'https://elsewhere.example/p.jpg';
        await nextFrame();
        expect(loadedUrls(player)).to.deep.equal([]);
        expect(player.fake.session.guard.log.blocked, 'requests for the poster').to.deep.equal([]);
        player.video.dispatchEvent(new Event('play'));
        expect(loadedUrls(player)).to.deep.equal(['a.mp4']);
      }
    });
  }

  it('loads nothing before playback when load is set after the source in the same task', async () => {
    const player = await mount();
    player.src = 'a.mp4';
    player.setAttribute('load', 'play');
    await nextFrame();
    expect(loadedUrls(player)).to.deep.equal([]);
  });

  for (const [from, to] of [
    [{ load: 'play' }, { load: 'eager' }],
    [{ load: 'visible', hidden: '' }, { load: 'eager' }],
    [{ load: 'play' }, { load: 'visible' }],
    [{ preload: 'none' }, { preload: 'auto' }]
  ] as const) {
    it(`loads the waiting source once when ${JSON.stringify(from)} becomes ${JSON.stringify(to)}`, async () => {
      const player = await mount({}, { src: 'a.mp4', ...from });
      await nextFrame();
      expect(loadedUrls(player)).to.deep.equal([]);
      for (const [name, value] of Object.entries(to)) player.setAttribute(name, value);
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      expect(loadedUrls(player)).to.deep.equal(['a.mp4']);
      player.video.dispatchEvent(new Event('play'));
      expect(loadedUrls(player)).to.deep.equal(['a.mp4']);
    });
  }

  it('loads nothing when it becomes visible after load has changed from "visible" to "play"', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'visible', hidden: '' });
    player.setAttribute('load', 'play');
    await nextFrame();
    player.hidden = false;
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    expect(loadedUrls(player)).to.deep.equal([]);
  });

  it('loads a new source immediately after the first play', async () => {
    const player = await mount({}, { src: 'a.mp4', load: 'play' });
    player.video.dispatchEvent(new Event('play'));
    player.src = 'b.mp4';
    await nextFrame();
    expect(loadedUrls(player)).to.deep.equal(['a.mp4', 'b.mp4']);
  });

  it('loads again when it is removed and inserted again, without load or preload', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    player.remove();
    await nextFrame();
    document.body.append(player);
    await nextFrame();
    expect(loadedUrls(player)).to.deep.equal(['a.mp4']);
    expect(player.fakes.length).to.equal(2);
  });
});
