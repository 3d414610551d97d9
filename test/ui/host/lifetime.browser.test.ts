import { expect } from 'chai';
import { initialState, PlayerError } from '../../../src/media/index.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';
import { waitForRender, mount, TestPlayer } from '../mount.js';

const destroyCount = (player: TestPlayer): number =>
  player.fakes.flatMap(({ calls }) => calls).filter(([name]) => name === 'destroy').length;

describe('the element', () => {
  it('keeps its player when it is moved in the DOM', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    const container = document.createElement('div');
    document.body.append(container);
    container.append(player);
    await waitForRender(player);
    player.remove();
    document.body.append(player);
    await waitForRender(player);
    expect([player.fakes.length, destroyCount(player)]).to.deep.equal([1, 0]);
    expect(player.shadowRoot!.contains(player.video)).to.equal(true);
  });

  it('destroys its player when it is removed, and creates another when it is inserted again', async () => {
    const player = await mount({}, { src: 'a.mp4' });
    await waitForRender(player);
    player.remove();
    await waitForRender(player);
    expect(destroyCount(player)).to.equal(1);
    document.body.append(player);
    await waitForRender(player);
    expect([player.fakes.length, destroyCount(player)]).to.deep.equal([2, 1]);
    expect(player.fake.calls.map(([name]) => name)).to.deep.equal(['load']);
  });

  it('keeps playing a real video when it is moved, and stops when it is removed', async () => {
    document.body.replaceChildren();
    const player = document.createElement('jet-player');
    expect(player).to.be.instanceOf(JetPlayer);
    player.muted = true;
    player.src = '/demo/media/film.mp4';
    document.body.append(player);
    await player.play();
    const container = document.createElement('div');
    document.body.append(container);
    container.append(player);
    await new Promise((resolve) => player.addEventListener('timeupdate', resolve, { once: true }));
    expect([player.paused, player.engine, player.videoWidth > 0]).to.deep.equal([false, 'native', true]);
    player.remove();
    await new Promise((resolve) => player.addEventListener('emptied', resolve, { once: true }));
    expect(player.engine).to.equal(null);
  });

  it('renders once for many changes of the state in one task', async () => {
    const player = await mount();
    let renderCount = 0;
    const { update } = player as unknown as { update(changed: unknown): void };
    Object.assign(player, {
      update(changed: unknown) {
        renderCount++;
        update.call(player, changed);
      }
    });
    for (let level = 0; level < 10; level++) player.fake.set({ volume: { level: level / 10 }, time: { current: level } });
    await waitForRender(player);
    expect(renderCount).to.equal(1);
  });
});

describe('the events of the element', () => {
  const failure = new PlayerError('network/http', 'The server answered with an error (500).', { cause: 'x' });

  it('are jet-error and error, once each, for a failure', async () => {
    const player = await mount();
    const events: unknown[] = [];
    document.body.addEventListener('jet-error', ({ detail }) => events.push(detail), { once: true });
    player.addEventListener('error', () => events.push(player.error));
    const { session } = player.fake;
    Object.assign(session, { status: 'failed', error: failure });
    session.dispatchEvent(new Event('status'));
    const { code, message, retryable, cause } = failure;
    expect(events).to.deep.equal([
      { code, message, retryable, cause, fatal: true },
      { code: 2, message: `${code}: ${message}` }
    ]);
    expect(player.error).to.equal(player.error);
  });

  it('bubble out of shadow roots: jet-ready, jet-source-change, jet-blocked and jet-privacy-change', async () => {
    const player = await mount();
    const shadowHost = document.createElement('div');
    shadowHost.attachShadow({ mode: 'open' }).append(player);
    document.body.append(shadowHost);
    await waitForRender(player);
    const events: string[] = [];
    for (const type of ['jet-ready', 'jet-source-change', 'jet-blocked', 'jet-privacy-change'] as const) {
      document.body.addEventListener(
        type,
        ({ detail }) =>
          events.push(`${type} ${detail && ('engine' in detail ? detail.engine : 'rule' in detail ? detail.rule : detail.guardLevel)}`),
        { once: true }
      );
    }
    const { session } = player.fake;
    session.dispatchEvent(new Event('source'));
    Object.assign(session, { status: 'ready', engineName: 'native' });
    session.dispatchEvent(new Event('status'));
    expect(() => session.guard.admit('https://tracker.example/', 'beacon')).to.throw();
    player.fake.set({ privacy: { guardLevel: 'partial' } });
    await waitForRender(player);
    expect(events).to.deep.equal(['jet-source-change null', 'jet-ready native', 'jet-blocked unwanted-kind', 'jet-privacy-change engine']);
  });

  it('include jet-stats, even after the element was removed from the page', async () => {
    const player = await mount();
    const events: number[] = [];
    player.addEventListener('jet-stats', ({ detail }) => events.push(detail.watched));
    const { session } = player.fake;
    player.remove();
    session.dispatchEvent(new CustomEvent('stats', { detail: { ...initialState.stats, watched: 3 } }));
    expect(events).to.deep.equal([3]);
  });
});
