import { expect } from 'chai';
import type { RequestHook } from '../../../src/media/index.js';
import { defineElements } from '../../../src/ui/define.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';
import { until } from '../../support/until.js';
import { TestPlayer } from '../mount.js';

defineElements();

/** A video whose server rejects unsigned requests. */
const signedVideo = '/streams/signed/s/files/film.webm';
const signRequest: RequestHook = (request) => void (request.url += '?sig=s');

/** Waits until the video has loaded or failed. */
async function loadOutcome(player: JetPlayer): Promise<string> {
  await until('the video has loaded or failed', () => player.readyState >= 2 || player.error !== null);
  return player.error?.message ?? 'loaded';
}

let elementCount = 0;

/** Adds an element with properties to the page, and returns it with a function that defines its class. */
function createUndefinedElement(properties: object): {
  element: HTMLElement;
  define<Class extends typeof JetPlayer>(base: Class): InstanceType<Class>;
} {
  const name = `late-player-${(elementCount += 1)}`;
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

  it('apply to the first request when they are set in the same task', async () => {
    const player = document.createElement('jet-player');
    player.src = signedVideo;
    document.body.append(player);
    player.requestHook = signRequest;
    expect(await loadOutcome(player)).to.equal('loaded');
  });

  it('canary: the server rejects an unsigned request', async () => {
    const player = document.createElement('jet-player');
    player.src = signedVideo;
    document.body.append(player);
    expect(await loadOutcome(player)).to.match(/^source\/not-authorised/);
  });

  it('do not delay the load of the source until the first render', async () => {
    document.body.replaceChildren();
    const player = new TestPlayer();
    player.src = 'a.mp4';
    document.body.append(player);
    expect(player.fake.calls).to.deep.equal([]);
    let isRendered = false;
    void player.updateComplete.then(() => (isRendered = true));
    for (let microtask = 0; microtask < 2 && player.fake.calls.length === 0; microtask++) await Promise.resolve();
    expect([player.fake.calls.map(([name]) => name), isRendered]).to.deep.equal([['load'], false]);
  });

  it('do not delay play() in the same task', () => {
    const player = new TestPlayer();
    player.src = 'a.mp4';
    document.body.append(player);
    void player.play();
    expect(player.fake.calls.map(([name]) => name)).to.deep.equal(['load', 'playback.play']);
  });
});

describe('properties that are set before the element is upgraded', () => {
  it('apply to the first request, both Lit properties and others', async () => {
    const { define } = createUndefinedElement({ src: signedVideo, muted: true, requestHook: signRequest });
    const player = define(JetPlayer);
    expect(await loadOutcome(player)).to.equal('loaded');
    expect([player.getAttribute('src'), player.video.muted]).to.deep.equal([signedVideo, true]);
  });

  it('are set through the accessors of every class, and do not stay as own properties', async () => {
    const controls = ['play', 'seek'] as const;
    const properties = {
      src: '/a.mp4',
      type: 'video/mp4',
      poster: '/p.jpg',
      load: 'play',
      loop: true,
      preload: 'none',
      volume: 0.5,
      controls
    };
    const { element, define } = createUndefinedElement({ ...properties, consent: { cast: true } });
    const player = define(TestPlayer);
    await player.updateComplete;
    for (const name of [...Object.keys(properties), 'consent']) expect(Object.hasOwn(element, name), name).to.equal(false);
    expect([player.src, player.poster, player.controls]).to.deep.equal([`${location.origin}/a.mp4`, `${location.origin}/p.jpg`, controls]);
    expect([player.loop, player.getAttribute('load'), player.video.volume]).to.deep.equal([true, 'play', 0.5]);
    expect(player.passedConsent?.cast).to.equal(true);
    player.src = '/b.mp4';
    expect(player.getAttribute('src')).to.equal('/b.mp4');
  });

  it('include controls, whose list determines the visual order', async () => {
    const { define } = createUndefinedElement({ controls: ['mute', 'play'] });
    const player = define(TestPlayer);
    await player.updateComplete;
    const parts = [...player.shadowRoot!.querySelectorAll('[part~=bar] [part~=play], [part~=bar] [part~=mute]')].map(({ part }) => part[0]);
    expect(parts).to.deep.equal(['mute', 'play']);
  });

  it('stay as own properties when the player does not define them', async () => {
    const { element, define } = createUndefinedElement({ customProperty: 1 });
    define(TestPlayer);
    expect((element as unknown as { customProperty: number }).customProperty).to.equal(1);
  });
});
