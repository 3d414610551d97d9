import { expect } from 'chai';
import { ControlledProperties } from '../../../src/ui/host/controlled-properties.js';
import { defineElements } from '../../../src/ui/define.js';
import { JetPlayer } from '../../../src/ui/jet-player.js';

defineElements();

describe('ControlledProperties', () => {
  let element: JetPlayer;
  let controlled: ControlledProperties;
  const grantedConsent = () => element.player!.state.current.consent.given;

  beforeEach(() => {
    element = new JetPlayer();
    element.setAttribute('storage', 'local');
    element.setAttribute('load', 'play');
    document.body.replaceChildren(element);
    controlled = new ControlledProperties();
  });
  afterEach(() => {
    element.remove();
    localStorage.clear();
  });

  it('does not repeat consent that the viewer withdrew when the same value is assigned', () => {
    const properties = () => ({ consent: { storage: true, cast: true } });
    controlled.assign(element, properties());
    expect(grantedConsent()).to.deep.equal({ storage: true, cast: true, remote: false });
    element.player!.preferences.erase();
    controlled.assign(element, properties());
    expect(grantedConsent().storage).to.equal(false);
  });

  it('leaves other purposes unchanged when one is decided', () => {
    controlled.assign(element, { consent: { storage: true } });
    element.player!.preferences.erase();
    controlled.assign(element, { consent: { storage: true, cast: true } });
    expect(grantedConsent()).to.deep.equal({ storage: false, cast: true, remote: false });
  });

  it('passes on a changed decision', () => {
    controlled.assign(element, { consent: { storage: false } });
    expect(grantedConsent().storage).to.equal(false);
    controlled.assign(element, { consent: { storage: true } });
    expect(grantedConsent().storage).to.equal(true);
  });

  it('withdraws granted consent that is left out, and keeps a refusal', () => {
    controlled.assign(element, { consent: { storage: false, cast: true, remote: true } });
    controlled.assign(element, { consent: { remote: true } });
    expect(grantedConsent()).to.deep.equal({ storage: false, cast: false, remote: true });
    controlled.assign(element, {});
    expect(grantedConsent()).to.deep.equal({ storage: false, cast: false, remote: false });
  });

  it('restores the element’s own value when a property is no longer assigned', () => {
    const requestHook = () => undefined;
    const drm = { 'org.w3.clearkey': { licenseUrl: '/licence' } };
    controlled.assign(element, { requestHook, drm, controls: ['play'], hotkeyMap: { mute: 's' } });
    expect([element.requestHook, element.drm, element.controls]).to.deep.equal([requestHook, drm, ['play']]);
    controlled.assign(element, { requestHook: undefined, controls: ['seek'] });
    expect([element.requestHook, element.drm, element.controls]).to.deep.equal([undefined, undefined, ['seek']]);
    expect(element.hotkeyMap).to.deep.equal({});
    controlled.assign(element, {});
    expect(element.controls).to.equal(true);
  });

  it('does not set an unchanged value again', () => {
    const requestHook = () => undefined;
    controlled.assign(element, { requestHook });
    element.requestHook = undefined;
    controlled.assign(element, { requestHook });
    expect(element.requestHook).to.equal(undefined);
  });
});
