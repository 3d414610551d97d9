import { expect } from 'chai';
import type { RequestHook } from '../../../src/media/index.js';
import { defineElements } from '../../../src/ui/define.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';
import { TestPlayer } from '../mount.js';

defineElements();

/** A video whose server rejects unsigned requests. */
const signedVideo = '/streams/signed/s/files/film.webm';
const signs: RequestHook = (request) => void (request.url += '?sig=s');

/** Waits until the video has loaded or failed. */
async function outcome(player: JetPlayer): Promise<string> {
  await until('it has loaded or failed', () => player.readyState >= 2 || player.error !== null);
  return player.error?.message ?? 'plays';
}

let names = 0;

/** Adds an element with properties to the page before its class is defined. */
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

describe('properties that are set after the element is connected', () => {
  beforeEach(() => document.body.replaceChildren());

  it('count for the first request, in the same task', async () => {
    const player = document.createElement('jet-player');
    player.src = signedVideo;
    document.body.append(player);
    player.requestHook = signs;
    expect(await outcome(player)).to.equal('plays');
  });

  it('canary: the request is rejected when they are not set', async () => {
    const player = document.createElement('jet-player');
    player.src = signedVideo;
    document.body.append(player);
    expect(await outcome(player)).to.match(/^source\/not-authorised/);
  });

  it('the source is loaded before the first render, in the same task', async () => {
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

  it('do not delay a play() in the same task', () => {
    const player = new TestPlayer();
    player.src = 'a.mp4';
    document.body.append(player);
    void player.play();
    expect(player.fake.calls.map(([name]) => name)).to.deep.equal(['load', 'playback.play']);
  });
});

describe('properties that are set before the element is upgraded', () => {
  it('count for the first request, both Lit properties and others', async () => {
    const { define } = unknown({ src: signedVideo, muted: true, requestHook: signs });
    const player = define(JetPlayer);
    expect(await outcome(player)).to.equal('plays');
    expect([player.getAttribute('src'), player.video.muted]).to.deep.equal([signedVideo, true]);
  });

  it('use the accessors of every class, and shadow none', async () => {
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

  it('a list of controls that is set early determines the visual order', async () => {
    const { define } = unknown({ controls: ['mute', 'play'] });
    const player = define(TestPlayer);
    await player.updateComplete;
    const parts = [...player.shadowRoot!.querySelectorAll('[part~=bar] [part~=play], [part~=bar] [part~=mute]')].map(({ part }) => part[0]);
    expect(parts).to.deep.equal(['mute', 'play']);
  });

  it('an own property of the element that the player does not define is kept', async () => {
    const { element, define } = unknown({ mine: 1 });
    define(TestPlayer);
    expect((element as unknown as { mine: number }).mine).to.equal(1);
  });
});
