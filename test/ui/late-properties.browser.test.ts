import { expect } from 'chai';
import type { RequestHook } from '../../src/media/index.js';
import { defineElements } from '../../src/ui/define.js';
import { JetPlayer } from '../../src/ui/jet-player.js';
import { until } from '../support/until.js';
import { TestPlayer } from './mount.js';

defineElements();

/** A film that is refused to whoever does not sign. */
const signedFilm = '/streams/signed/s/files/film.webm';
const signs: RequestHook = (request) => void (request.url += '?sig=s');

/** Waits until the film is there, or is not to be had. */
async function outcome(player: JetPlayer): Promise<string> {
  await until('it is there, or failed', () => player.readyState >= 2 || player.error !== null);
  return player.error?.message ?? 'plays';
}

let names = 0;

/** An element that is on the page, with properties, before its class is there. */
function unknown(properties: object): { element: HTMLElement; define<Class extends typeof JetPlayer>(base: Class): InstanceType<Class> } {
  const name = `late-player-${(names += 1)}`;
  const element = Object.assign(document.createElement(name), properties);
  document.body.replaceChildren(element);
  return {
    element,
    define<Class extends typeof JetPlayer>(base: Class) {
      customElements.define(name, class extends (base as typeof JetPlayer) {});
      return element as InstanceType<Class>;
    }
  };
}

describe('properties that come after the element is on the page', () => {
  beforeEach(() => document.body.replaceChildren());

  it('count for the first request, in the same task', async () => {
    const player = document.createElement('jet-player');
    player.src = signedFilm;
    document.body.append(player);
    player.requestHook = signs;
    expect(await outcome(player)).to.equal('plays');
  });

  it('canary: without them the film is refused', async () => {
    const player = document.createElement('jet-player');
    player.src = signedFilm;
    document.body.append(player);
    expect(await outcome(player)).to.match(/^source\/not-authorised/);
  });

  it('a film is loaded before anything is drawn, and no task later', async () => {
    document.body.replaceChildren();
    const player = new TestPlayer();
    player.src = 'a.mp4';
    document.body.append(player);
    expect(player.fake.calls).to.deep.equal([]);
    let drawn = false;
    void player.updateComplete.then(() => (drawn = true));
    for (let turn = 0; turn < 2 && player.fake.calls.length === 0; turn++) await Promise.resolve();
    expect([player.fake.calls.map(([name]) => name), drawn]).to.deep.equal([['load'], false]);
  });

  it('a play() in the same task does not wait', () => {
    const player = new TestPlayer();
    player.src = 'a.mp4';
    document.body.append(player);
    void player.play();
    expect(player.fake.calls.map(([name]) => name)).to.deep.equal(['load', 'playback.play']);
  });
});

describe('properties that were set before the element was one', () => {
  it('count for the first request, those of Lit and the others', async () => {
    const { define } = unknown({ src: signedFilm, muted: true, requestHook: signs });
    const player = define(JetPlayer);
    expect(await outcome(player)).to.equal('plays');
    expect([player.getAttribute('src'), player.video.muted]).to.deep.equal([signedFilm, true]);
  });

  it('pass the accessors, whichever class has them, and shadow none', async () => {
    const controls = ['play', 'seek'] as const;
    const given = { src: '/a.mp4', type: 'video/mp4', poster: '/p.jpg', load: 'play', loop: true, preload: 'none', volume: 0.5, controls };
    const { element, define } = unknown({ ...given, consent: { cast: true } });
    const player = define(TestPlayer);
    await player.updateComplete;
    for (const name of [...Object.keys(given), 'consent']) expect(Object.hasOwn(element, name), name).to.equal(false);
    expect([player.src, player.poster, player.controls]).to.deep.equal([`${location.origin}/a.mp4`, `${location.origin}/p.jpg`, controls]);
    expect([player.loop, player.getAttribute('load'), player.video.volume]).to.deep.equal([true, 'play', 0.5]);
    expect(player.given?.cast).to.equal(true);
    player.src = '/b.mp4';
    expect(player.getAttribute('src')).to.equal('/b.mp4');
  });

  it('a list of controls that came early is the order on the screen', async () => {
    const { define } = unknown({ controls: ['mute', 'play'] });
    const player = define(TestPlayer);
    await player.updateComplete;
    const parts = [...player.shadowRoot!.querySelectorAll('[part~=bar] [part~=play], [part~=bar] [part~=mute]')].map(({ part }) => part[0]);
    expect(parts).to.deep.equal(['mute', 'play']);
  });

  it('what an element has of its own that is no property of the player stays as it is', async () => {
    const { element, define } = unknown({ mine: 1 });
    define(TestPlayer);
    expect((element as unknown as { mine: number }).mine).to.equal(1);
  });
});
