import { expect } from 'chai';
import { directionOf } from '../../../src/i18n/format.js';
import { languages } from '../../../src/i18n/index.js';
import { until } from '../../support/until.js';
import { mount, part, type TestPlayer } from '../mount.js';

const playLabel = (player: TestPlayer) => part(player, 'play').ariaLabel;

/** Waits until the play button has this accessible name. */
const waitForPlayLabel = (player: TestPlayer, name: string) => until(`the play button is called ${name}`, () => playLabel(player) === name);

describe('the language', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('is the lang attribute of the element, and changes with it', async () => {
    const player = await mount({}, { lang: 'de-AT' });
    await waitForPlayLabel(player, 'Abspielen');
    player.lang = 'nl';
    await waitForPlayLabel(player, 'Afspelen');
    player.removeAttribute('lang');
    await waitForPlayLabel(player, 'Play');
  });

  it('is the lang attribute of the page, and changes with it', async () => {
    document.documentElement.lang = 'fr';
    const player = await mount();
    await waitForPlayLabel(player, 'Lire');
    document.documentElement.lang = 'de';
    await waitForPlayLabel(player, 'Abspielen');
  });

  it('is inherited from an ancestor, through shadow roots', async () => {
    const player = await mount();
    const container = document.createElement('div');
    const section = Object.assign(document.createElement('section'), { lang: 'nl' });
    section.append(container);
    container.attachShadow({ mode: 'open' }).append(player);
    document.body.append(section);
    await waitForPlayLabel(player, 'Afspelen');
    section.lang = 'de';
    await waitForPlayLabel(player, 'Abspielen');
  });

  it('sets the direction of the control bar, in which the seek bar is always left-to-right', async () => {
    const player = await mount({}, { lang: 'ar' });
    await until('the control bar is right-to-left', () => getComputedStyle(part(player, 'bar')).direction === 'rtl');
    expect(getComputedStyle(part(player, 'seek')).direction, 'the seek bar').to.equal('ltr');
    player.lang = 'en';
    await until('the control bar is left-to-right', () => getComputedStyle(part(player, 'bar')).direction === 'ltr');
  });

  for (const code of Object.keys(languages)) {
    it(`has the direction that Intl reports: ${code}`, () => {
      const locale = new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction: string } };
      expect(directionOf(code)).to.equal(locale.getTextInfo().direction);
    });
  }
});
