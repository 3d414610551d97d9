import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { both, expectSameLanguage, hardest, open, period, playFrom, seconds, shows } from './period-captions.js';
import { captionMenu, chooseCaptions, present, reach, shownCues, text } from './present.js';

describe('the captions of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer()));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it(`continue in the chosen language, with one line for each, when the next period has ${hardest}`, () =>
    expectSameLanguage(mounted, hardest));

  it('are not replaced by another language, and are back when a period has the chosen one', async () => {
    await open(
      mounted,
      both,
      period(8, text('en', 'B-EN', { id: '14' })),
      period(36, text('en', 'C-EN', { id: '4' }), text('nl', 'C-NL', { id: '5' }))
    );
    chooseCaptions(mounted, 'nl');
    await shows(mounted, 'A-NL');
    await playFrom(mounted, 18);
    await reach(mounted, 21);
    await until('only English is offered', () => captionMenu(mounted).join() === 'en');
    expect(shownCues(mounted)).to.deep.equal([]);
    await reach(mounted, 29);
    await shows(mounted, 'C-NL');
    expect(captionMenu(mounted)).to.deep.equal(['en', 'nl*']);
  });

  it('stay off when they are off, and are the ones that the viewer chooses later', async () => {
    await open(mounted, both, period(44, ...seconds['exchanged ids']!));
    chooseCaptions(mounted, 'nl');
    await shows(mounted, 'A-NL');
    chooseCaptions(mounted, null);
    await until('they are off', () => captionMenu(mounted).join() === 'en,nl');
    await playFrom(mounted, 18);
    await reach(mounted, 21);
    expect(captionMenu(mounted)).to.have.members(['en', 'nl']);
    expect(shownCues(mounted)).to.deep.equal([]);
    chooseCaptions(mounted, 'en');
    await shows(mounted, 'B-EN');
    await playFrom(mounted, 3);
    await shows(mounted, 'A-EN');
    expect(captionMenu(mounted)).to.deep.equal(['en*', 'nl']);
  });

  it('continue in a live presentation', async () => {
    const liveSince = Date.now() - 26_000;
    await mounted.play(present([both, period(20, ...seconds['exchanged ids']!), period(24, ...seconds['other ids']!)], liveSince));
    await until('the captions are listed', () => captionMenu(mounted).length === 2);
    chooseCaptions(mounted, 'nl');
    const first = mounted.video.currentTime < 20 ? 'A-NL' : 'B-NL';
    await shows(mounted, first);
    await until('the next period plays', () => mounted.video.currentTime > 21, 20_000);
    await shows(mounted, 'B-NL');
    expect(captionMenu(mounted)).to.have.members(['en', 'nl*']);
  });

  it('canary: another language that is chosen in the next period is seen', async () => {
    await open(mounted, both, period(44, ...seconds['other ids']!));
    chooseCaptions(mounted, 'nl');
    await playFrom(mounted, 22);
    await shows(mounted, 'B-NL');
    chooseCaptions(mounted, 'en');
    await shows(mounted, 'B-EN');
    expect(captionMenu(mounted)).to.have.members(['en*', 'nl']);
  });
});
