import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { both, expectSameLanguage, hardest, open, period, seconds, shows } from './period-captions.js';
import { audio, captionMenu, chooseCaptions, reach, text, video, type PeriodSpec } from './present.js';

describe('the captions of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const way of Object.keys(seconds).filter((other) => other !== hardest))
    it(`continue in the chosen language, with one line for each, when the next period has ${way}`, () => expectSameLanguage(mounted, way));

  it('are not offered or shown in a period that lacks them, and are back afterwards', async () => {
    const advertisement: PeriodSpec = { seconds: 4, sets: [video, audio('en')] };
    await open(
      mounted,
      { ...both, seconds: 8 },
      advertisement,
      period(52, text('nl', 'C-NL', { id: '7' }), text('en', 'C-EN', { id: '8' }))
    );
    chooseCaptions(mounted, 'nl');
    await shows(mounted, 'A-NL');
    await reach(mounted, 9);
    await until('no captions are offered', () => captionMenu(mounted).length === 0);
    expect(mounted.player.state.current.captions).to.include({ choice: null, shown: false });
    await reach(mounted, 13);
    await shows(mounted, 'C-NL');
    expect(captionMenu(mounted)).to.have.members(['nl*', 'en']);
  });
});
