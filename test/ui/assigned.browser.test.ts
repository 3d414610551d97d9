import { expect } from 'chai';
import { Assigned } from '../../src/ui/assigned.js';
import { defineElements } from '../../src/ui/define.js';
import { JetPlayer } from '../../src/ui/jet-player.js';

defineElements();

describe('what a framework sets', () => {
  let element: JetPlayer;
  let assigned: Assigned;
  const given = () => element.player!.state.current.consent.given;

  beforeEach(() => {
    element = new JetPlayer();
    element.setAttribute('storage', 'local');
    element.setAttribute('load', 'play');
    document.body.replaceChildren(element);
    assigned = new Assigned();
  });
  afterEach(() => {
    element.remove();
    localStorage.clear();
  });

  it('a yes that the viewer took back is not given again by the same words', () => {
    const words = () => ({ consent: { storage: true, cast: true } });
    assigned.assign(element, words());
    expect(given()).to.deep.equal({ storage: true, cast: true, remote: false });
    element.player!.memory.erase();
    assigned.assign(element, words());
    expect(given().storage).to.equal(false);
  });

  it('a decision about one purpose says nothing of the others', () => {
    assigned.assign(element, { consent: { storage: true } });
    element.player!.memory.erase();
    assigned.assign(element, { consent: { storage: true, cast: true } });
    expect(given()).to.deep.equal({ storage: false, cast: true, remote: false });
  });

  it('another decision is told', () => {
    assigned.assign(element, { consent: { storage: false } });
    expect(given().storage).to.equal(false);
    assigned.assign(element, { consent: { storage: true } });
    expect(given().storage).to.equal(true);
  });

  it('a yes that is left out is taken back, and a no stays', () => {
    assigned.assign(element, { consent: { storage: false, cast: true, remote: true } });
    assigned.assign(element, { consent: { remote: true } });
    expect(given()).to.deep.equal({ storage: false, cast: false, remote: true });
    assigned.assign(element, {});
    expect(given()).to.deep.equal({ storage: false, cast: false, remote: false });
  });

  it('what is not given any more is what the element had of itself', () => {
    const requestHook = () => undefined;
    const drm = { 'org.w3.clearkey': { licenseUrl: '/licence' } };
    assigned.assign(element, { requestHook, drm, controls: ['play'], hotkeyMap: { mute: 's' } });
    expect([element.requestHook, element.drm, element.controls]).to.deep.equal([requestHook, drm, ['play']]);
    assigned.assign(element, { requestHook: undefined, controls: ['seek'] });
    expect([element.requestHook, element.drm, element.controls]).to.deep.equal([undefined, undefined, ['seek']]);
    expect(element.hotkeyMap).to.deep.equal({});
    assigned.assign(element, {});
    expect(element.controls).to.equal(true);
  });

  it('what is the same is not set again', () => {
    const hook = () => undefined;
    assigned.assign(element, { requestHook: hook });
    element.requestHook = undefined;
    assigned.assign(element, { requestHook: hook });
    expect(element.requestHook).to.equal(undefined);
  });
});
