import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import {
  firstPeriod,
  expectSameLanguage,
  representativeForm,
  openPresentation,
  period,
  secondPeriodForms,
  waitForCue
} from './period-captions.js';
import { audio, captionMenu, chooseCaptions, waitForPosition, text, video, type PeriodSpec } from './presentation.js';

describe('the captions of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const form of Object.keys(secondPeriodForms).filter((other) => other !== representativeForm))
    it(`continue in the chosen language, and are listed once for each language, when the next period has ${form}`, () =>
      expectSameLanguage(mounted, form));

  it('are neither listed nor shown in a period that lacks them, and are shown again afterwards', async () => {
    const advertisement: PeriodSpec = { seconds: 4, sets: [video, audio('en')] };
    await openPresentation(
      mounted,
      { ...firstPeriod, seconds: 8 },
      advertisement,
      period(52, text('nl', 'C-NL', { id: '7' }), text('en', 'C-EN', { id: '8' }))
    );
    chooseCaptions(mounted, 'nl');
    await waitForCue(mounted, 'A-NL');
    await waitForPosition(mounted, 9);
    await until('no captions are offered', () => captionMenu(mounted).length === 0);
    expect(mounted.player.state.current.captions).to.include({ choice: null, shown: false });
    await waitForPosition(mounted, 13);
    await waitForCue(mounted, 'C-NL');
    expect(captionMenu(mounted)).to.have.members(['nl*', 'en']);
  });
});
