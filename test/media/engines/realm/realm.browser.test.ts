import { expect } from 'chai';
import { Guard } from '../../../../src/media/network/guard.js';
import { createRealm } from '../../../../src/media/engines/realm/realm.js';
import { fetchesNothing } from '../../../../src/media/engines/realm/style.js';
import { defaultRules } from '../../../../src/policy/index.js';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { until } from '../../../support/until.js';

type RealmWindow = Window & typeof globalThis;

const refusedUrl = 'https://realm.evil.test/x';

/** Creates a realm on this page, with a guard that allows only the page's own origin. */
function createTestRealm() {
  const page = new URL(location.href);
  const guard = new Guard({ page, base: page, rules: () => defaultRules() });
  return { realmWindow: createRealm(guard, () => 'segment') as RealmWindow, guard };
}

const blockedRequests = ({ log }: Guard) => log.blocked.map(({ origin, kind }) => `${kind} ${origin}`);

describe('the realm of a sealed engine', () => {
  expectNoThirdPartyRequests();

  it('has no storage, and no API that could contact a server without the guard', () => {
    const { realmWindow } = createTestRealm();
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
    for (const name of missing) expect(realmWindow, name).not.to.have.property(name);
    for (const name of ['sendBeacon', 'serviceWorker', 'connection', 'storage'])
      expect(realmWindow.navigator, name).not.to.have.property(name);
    for (const name of ['cookie', 'defaultView', 'body', 'write', 'querySelector'])
      expect(realmWindow.document, name).not.to.have.property(name);
  });

  it('exposes only itself as global object', () => {
    const { realmWindow } = createTestRealm();
    expect([realmWindow.window, realmWindow.self, realmWindow.globalThis]).to.deep.equal([realmWindow, realmWindow, realmWindow]);
    for (const name of ['parent', 'top', 'frames', 'opener']) expect(realmWindow, name).not.to.have.property(name);
  });

  it('throws EvalError when text would be compiled', () => {
    const { realmWindow } = createTestRealm();
    expect(() => (realmWindow as unknown as { Function(text: string): void }).Function('return this')).to.throw(EvalError);
    for (const start of ['setTimeout', 'setInterval'] as const) expect(() => realmWindow[start]('0')).to.throw(EvalError);
  });

  it('blocks requests to another origin, by fetch and by XMLHttpRequest, and logs them', async () => {
    const { realmWindow, guard } = createTestRealm();
    const errorName = await realmWindow.fetch(refusedUrl).catch((error: Error) => error.name);
    expect(errorName).to.equal('PlayerError');
    const request = new realmWindow.XMLHttpRequest();
    const outcome = new Promise<string>((resolve) => {
      request.onload = () => resolve('load');
      request.onerror = () => resolve('error');
    });
    request.open('GET', refusedUrl);
    request.send();
    expect(await outcome).to.equal('error');
    expect(blockedRequests(guard)).to.deep.equal(['segment https://realm.evil.test']);
  });

  for (const tag of ['img', 'track', 'source', 'video', 'audio']) {
    for (const way of ['property', 'attribute'] as const) {
      it(`does not set a src that the guard refuses on a <${tag}> in the page: by ${way}`, () => {
        const { realmWindow, guard } = createTestRealm();
        const element = realmWindow.document.createElement(tag) as HTMLImageElement;
        document.body.append(element);
        if (way === 'property') element.src = refusedUrl;
        else element.setAttribute('SRC', refusedUrl);
        expect(element.hasAttribute('src')).to.equal(false);
        expect(guard.log.blocked).to.have.length(1);
        element.remove();
      });
    }
  }

  it('fetches an image of the page through the guard, and keeps a data: URL as it is', async () => {
    const { realmWindow, guard } = createTestRealm();
    const image = realmWindow.document.createElement('img');
    image.src = '/media/poster.jpg';
    await until('the image is loaded', () => image.src.startsWith('blob:'));
    expect(guard.log.contacted[0]?.origin).to.equal(location.origin);
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    expect(image.src).to.match(/^data:/);
  });

  it('creates elements without markup properties and without access to the page', () => {
    const { realmWindow } = createTestRealm();
    const element = realmWindow.document.createElement('div');
    for (const name of ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setAttributeNS', 'getRootNode', 'srcset']) {
      expect((element as unknown as Record<string, unknown>)[name], name).to.equal(undefined);
    }
    // The only method of its document returns an empty list.
    expect(Object.keys(element.ownerDocument)).to.deep.equal(['querySelectorAll']);
    expect(element.ownerDocument.querySelectorAll('*')).to.deep.equal([]);
    expect(Object.isFrozen(element.ownerDocument) && !(element.ownerDocument instanceof Node)).to.equal(true);
    element.setAttribute('onclick', 'alert(1)');
    expect(element.hasAttribute('onclick')).to.equal(false);
  });

  it('creates elements that can be read and cloned, and the clone is restricted in the same way', () => {
    const { realmWindow, guard } = createTestRealm();
    const image = realmWindow.document.createElement('img');
    image.setAttribute('alt', 'a sign');
    expect([...image.attributes].map(({ name, value }) => [name, value])).to.deep.equal([['alt', 'a sign']]);
    expect(() => ((image.attributes[0] as { value: string }).value = refusedUrl)).to.throw(TypeError);
    const copy = image.cloneNode() as HTMLImageElement;
    copy.src = refusedUrl;
    expect(copy.getAttribute('src')).to.equal(null);
    expect(guard.log.blocked.map(({ kind }) => kind)).to.deep.equal(['image']);
  });

  it('ignores a style that would fetch a URL, in every way in which it can be set', () => {
    const { realmWindow } = createTestRealm();
    const element = realmWindow.document.createElement('div');
    document.body.append(element);
    element.style.backgroundImage = `url(${refusedUrl})`;
    element.style.cssText = `background: url(${refusedUrl})`;
    element.style.setProperty('background-image', `image-set("${refusedUrl}" 1x)`);
    element.setAttribute('style', `border-image: url("${refusedUrl}") 1`);
    expect(element.getAttribute('style')).to.equal(null);
    element.style.color = 'rgb(1, 2, 3)';
    element.style.cssText += '; left: calc(1px + 2px)';
    expect(getComputedStyle(element).color).to.equal('rgb(1, 2, 3)');
    element.remove();
  });

  for (const tag of ['script', 'iframe', 'link', 'object', 'embed', 'form', 'a', 'svg', 'base', 'meta']) {
    it(`throws when a <${tag}> would be created`, () => {
      expect(() => createTestRealm().realmWindow.document.createElement(tag)).to.throw(DOMException, tag);
    });
  }

  it('creates a <div> when dash.js creates a <style>', () => {
    expect(createTestRealm().realmWindow.document.createElement('style')).to.be.instanceOf(HTMLDivElement);
  });
});

describe('fetchesNothing()', () => {
  const fetchingValues = [
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
  const harmlessValues = [
    '',
    'red',
    'rgb(1,2,3)',
    'calc((1px + 2px) * 3)',
    'rgba(0, 0, 0, 0.5)',
    'translateX(1px)',
    '"Comic Sans", serif',
    'hsl(1deg 2% 3%)'
  ];
  for (const css of fetchingValues) it(`returns false for ${css}`, () => expect(fetchesNothing(css)).to.equal(false));
  for (const css of harmlessValues) it(`returns true for ${css || 'an empty value'}`, () => expect(fetchesNothing(css)).to.equal(true));
});
