import { expect } from 'chai';
import { directionOf } from '../../src/i18n/format.js';
import { languages } from '../../src/i18n/index.js';
import { until } from '../support/until.js';
import { mount, part, type TestPlayer } from './mount.js';

const label = (player: TestPlayer) => part(player, 'play').ariaLabel;

/** Waits until the button that plays is called so. */
const called = (player: TestPlayer, name: string) => until(`it is called ${name}`, () => label(player) === name);

describe('the language', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is its own, and follows a change', async () => {
    const player = await mount({}, { lang: 'de-AT' });
    await called(player, 'Abspielen');
    player.lang = 'nl';
    await called(player, 'Afspelen');
    player.removeAttribute('lang');
    await called(player, 'Play');
  });

  it('is the page’s, and follows a change there', async () => {
    document.documentElement.lang = 'fr';
    const player = await mount();
    await called(player, 'Lire');
    document.documentElement.lang = 'de';
    await called(player, 'Abspielen');
  });

  it('is that of whatever stands around it, through shadow roots', async () => {
    const player = await mount();
    const box = document.createElement('div');
    const outer = Object.assign(document.createElement('section'), { lang: 'nl' });
    outer.append(box);
    box.attachShadow({ mode: 'open' }).append(player);
    document.body.append(outer);
    await called(player, 'Afspelen');
    outer.lang = 'de';
    await called(player, 'Abspielen');
  });

  it('takes its direction along', async () => {
    const player = await mount({}, { lang: 'ar' });
    await until('it runs from the right', () => getComputedStyle(part(player, 'bar')).direction === 'rtl');
    expect(getComputedStyle(part(player, 'seek')).direction, 'the time line').to.equal('ltr');
    player.lang = 'en';
    await until('it runs from the left', () => getComputedStyle(part(player, 'bar')).direction === 'ltr');
  });

  for (const code of Object.keys(languages)) {
    it(`${code}: its direction is the one that Intl knows`, () => {
      const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction: string } };
      expect(directionOf(code)).to.equal(locale.getTextInfo().direction);
    });
  }
});
