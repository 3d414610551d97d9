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
  playFrom,
  secondPeriodForms,
  waitForCue
} from './period-captions.js';
import { captionMenu, chooseCaptions, presentationUrl, waitForPosition, shownCues, text } from './presentation.js';

describe('the captions of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it(`continue in the chosen language, and are listed once for each language, when the next period has ${representativeForm}`, () =>
    expectSameLanguage(mounted, representativeForm));

  it('are not shown in another language, and are shown again when a later period has the chosen one', async () => {
    await openPresentation(
      mounted,
      firstPeriod,
      period(8, text('en', 'B-EN', { id: '14' })),
      period(36, text('en', 'C-EN', { id: '4' }), text('nl', 'C-NL', { id: '5' }))
    );
    chooseCaptions(mounted, 'nl');
    await waitForCue(mounted, 'A-NL');
    await playFrom(mounted, 18);
    await waitForPosition(mounted, 21);
    await until('only English is offered', () => captionMenu(mounted).join() === 'en');
    expect(shownCues(mounted)).to.deep.equal([]);
    await waitForPosition(mounted, 29);
    await waitForCue(mounted, 'C-NL');
    expect(captionMenu(mounted)).to.deep.equal(['en', 'nl*']);
  });

  it('stay off in the next period, and are shown there once the viewer chooses them', async () => {
    await openPresentation(mounted, firstPeriod, period(44, ...secondPeriodForms['exchanged ids']!));
    chooseCaptions(mounted, 'nl');
    await waitForCue(mounted, 'A-NL');
    chooseCaptions(mounted, null);
    await until('the captions are off', () => captionMenu(mounted).join() === 'en,nl');
    await playFrom(mounted, 18);
    await waitForPosition(mounted, 21);
    expect(captionMenu(mounted)).to.have.members(['en', 'nl']);
    expect(shownCues(mounted)).to.deep.equal([]);
    chooseCaptions(mounted, 'en');
    await waitForCue(mounted, 'B-EN');
    await playFrom(mounted, 3);
    await waitForCue(mounted, 'A-EN');
    expect(captionMenu(mounted)).to.deep.equal(['en*', 'nl']);
  });

  it('continue in the chosen language in a live presentation', async () => {
    const liveSince = Date.now() - 26_000;
    await mounted.play(
      presentationUrl(
        [firstPeriod, period(20, ...secondPeriodForms['exchanged ids']!), period(24, ...secondPeriodForms['other ids']!)],
        liveSince
      )
    );
    await until('the captions are listed', () => captionMenu(mounted).length === 2);
    chooseCaptions(mounted, 'nl');
    const cueNow = mounted.video.currentTime < 20 ? 'A-NL' : 'B-NL';
    await waitForCue(mounted, cueNow);
    await until('the next period plays', () => mounted.video.currentTime > 21, 20_000);
    await waitForCue(mounted, 'B-NL');
    expect(captionMenu(mounted)).to.have.members(['en', 'nl*']);
  });

  it('are listed after an early seek into the next period, from where another seek plays', async () => {
    await openPresentation(mounted, firstPeriod, period(44, ...secondPeriodForms['other ids']!));
    chooseCaptions(mounted, 'nl');
    await playFrom(mounted, 22);
    await waitForCue(mounted, 'B-NL');
    expect(captionMenu(mounted)).to.have.members(['en', 'nl*']);
    await playFrom(mounted, 55);
  });

  it('canary: are shown in another language that is chosen in the next period', async () => {
    await openPresentation(mounted, firstPeriod, period(44, ...secondPeriodForms['other ids']!));
    chooseCaptions(mounted, 'nl');
    await waitForCue(mounted, 'A-NL');
    await playFrom(mounted, 22);
    await waitForCue(mounted, 'B-NL');
    chooseCaptions(mounted, 'en');
    await waitForCue(mounted, 'B-EN');
    expect(captionMenu(mounted)).to.have.members(['en*', 'nl']);
  });
});
