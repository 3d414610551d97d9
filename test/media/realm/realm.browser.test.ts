import { expect } from 'chai';
import { Guard } from '../../../src/media/guard.js';
import { createRealm } from '../../../src/media/realm/realm.js';
import { fetchesNothing } from '../../../src/media/realm/style.js';
import { houseRules } from '../../../src/policy/index.js';
import { staySilent } from '../../support/second-origin.js';
import { until } from '../../support/until.js';

type World = Window & typeof globalThis;

const evil = 'https://realm.evil.test/x';

/** A realm on this page, where only the page's own origin is allowed, and the guard's book. */
function realm() {
  const page = new URL(location.href);
  const guard = new Guard({ page, base: page, rules: () => houseRules() });
  return { world: createRealm(guard, () => 'segment') as World, guard };
}

const refused = ({ book }: Guard) => book.blocked.map(({ origin, kind }) => `${kind} ${origin}`);

describe('the realm of a sealed engine', () => {
  staySilent();

  it('lacks everything that remembers or phones home', () => {
    const { world } = realm();
    const missing = [
      'localStorage',
      'sessionStorage',
      'indexedDB',
      'caches',
      'WebSocket',
      'EventSource',
      'Worker',
      'Image',
      'RTCPeerConnection',
      'open'
    ];
    for (const name of missing) expect(world, name).not.to.have.property(name);
    for (const name of ['sendBeacon', 'serviceWorker', 'connection', 'storage']) expect(world.navigator, name).not.to.have.property(name);
    for (const name of ['cookie', 'defaultView', 'body', 'write', 'querySelector']) expect(world.document, name).not.to.have.property(name);
  });

  it('is its own global object, and has no other', () => {
    const { world } = realm();
    expect([world.window, world.self, world.globalThis]).to.deep.equal([world, world, world]);
    for (const name of ['parent', 'top', 'frames', 'opener']) expect(world, name).not.to.have.property(name);
  });

  it('compiles no text', () => {
    const { world } = realm();
    expect(() => (world as unknown as { Function(text: string): void }).Function('return this')).to.throw(EvalError);
    for (const start of ['setTimeout', 'setInterval'] as const) expect(() => world[start]('0')).to.throw(EvalError);
  });

  it('refuses what goes elsewhere, by fetch and by XMLHttpRequest, and writes it down', async () => {
    const { world, guard } = realm();
    const failed = await world.fetch(evil).catch((error: Error) => error.name);
    expect(failed).to.equal('PlayerError');
    const request = new world.XMLHttpRequest();
    const end = new Promise<string>((resolve) => {
      request.onload = () => resolve('load');
      request.onerror = () => resolve('error');
    });
    request.open('GET', evil);
    request.send();
    expect(await end).to.equal('error');
    expect(refused(guard)).to.deep.equal(['segment https://realm.evil.test']);
  });

  for (const tag of ['img', 'track', 'source', 'video', 'audio']) {
    for (const how of ['property', 'attribute'] as const) {
      it(`a <${tag}> in the page does not fetch what the policy refuses, set by ${how}`, () => {
        const { world, guard } = realm();
        const element = world.document.createElement(tag) as HTMLImageElement;
        document.body.append(element);
        if (how === 'property') element.src = evil;
        else element.setAttribute('SRC', evil);
        expect(element.hasAttribute('src')).to.equal(false);
        expect(guard.book.blocked).to.have.length(1);
        element.remove();
      });
    }
  }

  it('a picture from the page is fetched by the guard, and one that is inline is shown as it is', async () => {
    const { world, guard } = realm();
    const image = world.document.createElement('img');
    image.src = '/media/poster.jpg';
    await until('the picture is there', () => image.src.startsWith('blob:'));
    expect(guard.book.contacted[0]?.origin).to.equal(location.origin);
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    expect(image.src).to.match(/^data:/);
  });

  it('an element it made has no markup and no way to the page', () => {
    const { world } = realm();
    const element = world.document.createElement('div');
    for (const name of ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setAttributeNS', 'getRootNode', 'srcset']) {
      expect((element as unknown as Record<string, unknown>)[name], name).to.equal(undefined);
    }
    // The one question about its document that is answered is answered with nothing.
    expect(Object.keys(element.ownerDocument)).to.deep.equal(['querySelectorAll']);
    expect(element.ownerDocument.querySelectorAll('*')).to.deep.equal([]);
    expect(Object.isFrozen(element.ownerDocument) && !(element.ownerDocument instanceof Node)).to.equal(true);
    element.setAttribute('onclick', 'alert(1)');
    expect(element.hasAttribute('onclick')).to.equal(false);
  });

  it('an element it made can be read and copied, and the copy is as sealed as itself', () => {
    const { world, guard } = realm();
    const image = world.document.createElement('img');
    image.setAttribute('alt', 'a sign');
    expect([...image.attributes].map(({ name, value }) => [name, value])).to.deep.equal([['alt', 'a sign']]);
    expect(() => ((image.attributes[0] as { value: string }).value = evil)).to.throw(TypeError);
    const copy = image.cloneNode() as HTMLImageElement;
    copy.src = evil;
    expect(copy.getAttribute('src')).to.equal(null);
    expect(guard.book.blocked.map(({ kind }) => kind)).to.deep.equal(['image']);
  });

  it('a style that would fetch is not set, in any of the ways to set one', () => {
    const { world } = realm();
    const element = world.document.createElement('div');
    document.body.append(element);
    element.style.backgroundImage = `url(${evil})`;
    element.style.cssText = `background: url(${evil})`;
    element.style.setProperty('background-image', `image-set("${evil}" 1x)`);
    element.setAttribute('style', `border-image: url("${evil}") 1`);
    expect(element.getAttribute('style')).to.equal(null);
    element.style.color = 'rgb(1, 2, 3)';
    element.style.cssText += '; left: calc(1px + 2px)';
    expect(getComputedStyle(element).color).to.equal('rgb(1, 2, 3)');
    element.remove();
  });

  for (const tag of ['script', 'iframe', 'link', 'object', 'embed', 'form', 'a', 'svg', 'base', 'meta']) {
    it(`makes no <${tag}>`, () => {
      expect(() => realm().world.document.createElement(tag)).to.throw(DOMException, tag);
    });
  }

  it('makes no style sheet of what dash.js takes for one', () => {
    expect(realm().world.document.createElement('style')).to.be.instanceOf(HTMLDivElement);
  });
});

describe('fetchesNothing', () => {
  const fetching = [
    'url(a)',
    'URL( a )',
    'image-set("a" 1x)',
    'src("a")',
    'image("a")',
    'u\\72l(a)',
    '@import "a"',
    'paint(x)',
    'calc(1px) url(a)',
    'cross-fade(a, b)'
  ];
  const computing = [
    '',
    'red',
    'rgb(1,2,3)',
    'calc((1px + 2px) * 3)',
    'rgba(0, 0, 0, 0.5)',
    'translateX(1px)',
    '"Comic Sans", serif',
    'hsl(1deg 2% 3%)'
  ];
  for (const css of fetching) it(`false: ${css}`, () => expect(fetchesNothing(css)).to.equal(false));
  for (const css of computing) it(`true: ${css || '(empty)'}`, () => expect(fetchesNothing(css)).to.equal(true));
});
