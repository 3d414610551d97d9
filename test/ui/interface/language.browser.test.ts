import { expect } from 'chai';
import { directionOf } from '../../../src/i18n/format.js';
import { languages } from '../../../src/i18n/index.js';
import { until } from '../../support/until.js';
import { mount, part, type TestPlayer } from '../mount.js';

const label = (player: TestPlayer) => part(player, 'play').ariaLabel;

/** Waits until the play button has this name. */
const called = (player: TestPlayer, name: string) => until(`its name is ${name}`, () => label(player) === name);

describe('the language', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is the element’s lang, and follows a change', async () => {
    const player = await mount({}, { lang: 'de-AT' });
    await called(player, 'Abspielen');
    player.lang = 'nl';
    await called(player, 'Afspelen');
    player.removeAttribute('lang');
    await called(player, 'Play');
  });

  it('is the page’s lang, and follows a change', async () => {
    document.documentElement.lang = 'fr';
    const player = await mount();
    await called(player, 'Lire');
    document.documentElement.lang = 'de';
    await called(player, 'Abspielen');
  });

  it('is inherited from an ancestor, through shadow roots', async () => {
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

  it('sets the direction', async () => {
    const player = await mount({}, { lang: 'ar' });
    await until('it is right-to-left', () => getComputedStyle(part(player, 'bar')).direction === 'rtl');
    expect(getComputedStyle(part(player, 'seek')).direction, 'the seek bar').to.equal('ltr');
    player.lang = 'en';
    await until('it is left-to-right', () => getComputedStyle(part(player, 'bar')).direction === 'ltr');
  });

  for (const code of Object.keys(languages)) {
    it(`${code}: has the direction that Intl reports`, () => {
      const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction: string } };
      expect(directionOf(code)).to.equal(locale.getTextInfo().direction);
    });
  }
});
