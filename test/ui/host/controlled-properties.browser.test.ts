import { expect } from 'chai';
import { ControlledProperties } from '../../../src/ui/host/controlled-properties.js';
import { defineElements } from '../../../src/ui/define.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';

defineElements();

describe('ControlledProperties', () => {
  let element: JetPlayer;
  let assigned: ControlledProperties;
  const given = () => element.player!.state.current.consent.given;

  beforeEach(() => {
    element = new JetPlayer();
    element.setAttribute('storage', 'local');
    element.setAttribute('load', 'play');
    document.body.replaceChildren(element);
    assigned = new ControlledProperties();
  });
  afterEach(() => {
    element.remove();
    localStorage.clear();
  });

  it('does not repeat consent that the viewer withdrew when the same value is assigned', () => {
    const words = () => ({ consent: { storage: true, cast: true } });
    assigned.assign(element, words());
    expect(given()).to.deep.equal({ storage: true, cast: true, remote: false });
    element.player!.preferences.erase();
    assigned.assign(element, words());
    expect(given().storage).to.equal(false);
  });

  it('leaves other purposes unchanged when one is decided', () => {
    assigned.assign(element, { consent: { storage: true } });
    element.player!.preferences.erase();
    assigned.assign(element, { consent: { storage: true, cast: true } });
    expect(given()).to.deep.equal({ storage: false, cast: true, remote: false });
  });

  it('passes on a changed decision', () => {
    assigned.assign(element, { consent: { storage: false } });
    expect(given().storage).to.equal(false);
    assigned.assign(element, { consent: { storage: true } });
    expect(given().storage).to.equal(true);
  });

  it('withdraws granted consent that is left out, and keeps a refusal', () => {
    assigned.assign(element, { consent: { storage: false, cast: true, remote: true } });
    assigned.assign(element, { consent: { remote: true } });
    expect(given()).to.deep.equal({ storage: false, cast: false, remote: true });
    assigned.assign(element, {});
    expect(given()).to.deep.equal({ storage: false, cast: false, remote: false });
  });

  it('restores the element’s own value when a property is no longer assigned', () => {
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

  it('does not set an unchanged value again', () => {
    const hook = () => undefined;
    assigned.assign(element, { requestHook: hook });
    element.requestHook = undefined;
    assigned.assign(element, { requestHook: hook });
    expect(element.requestHook).to.equal(undefined);
  });
});
