import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { both, expectSameLanguage, hardest, open, period, seconds, shows } from './period-captions.js';
import { audio, captionMenu, chooseCaptions, reach, text, video, type PeriodSpec } from './present.js';

describe('the captions of a DASH presentation with several periods', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  for (const way of Object.keys(seconds).filter((other) => other !== hardest))
    it(`continue in the chosen language, with one line for each, when the next period has ${way}`, () => expectSameLanguage(at, way));

  it('are not offered or shown in a period that lacks them, and are back afterwards', async () => {
    const advertisement: PeriodSpec = { seconds: 4, sets: [video, audio('en')] };
    await open(at, { ...both, seconds: 8 }, advertisement, period(52, text('nl', 'C-NL', { id: '7' }), text('en', 'C-EN', { id: '8' })));
    chooseCaptions(at, 'nl');
    await shows(at, 'A-NL');
    await reach(at, 9);
    await until('no captions are offered', () => captionMenu(at).length === 0);
    expect(at.player.state.current.captions).to.include({ choice: null, shown: false });
    await reach(at, 13);
    await shows(at, 'C-NL');
    expect(captionMenu(at)).to.have.members(['nl*', 'en']);
  });
});
