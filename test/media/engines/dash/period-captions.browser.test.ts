import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { both, expectSameLanguage, hardest, open, period, playFrom, seconds, shows } from './period-captions.js';
import { captionMenu, chooseCaptions, present, reach, shownCues, text } from './present.js';

describe('the captions of a DASH presentation with several periods', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  it(`continue in the chosen language, with one line for each, when the next period has ${hardest}`, () => expectSameLanguage(at, hardest));

  it('are not replaced by another language, and are back when a period has the chosen one', async () => {
    await open(
      at,
      both,
      period(8, text('en', 'B-EN', { id: '14' })),
      period(36, text('en', 'C-EN', { id: '4' }), text('nl', 'C-NL', { id: '5' }))
    );
    chooseCaptions(at, 'nl');
    await shows(at, 'A-NL');
    await playFrom(at, 18);
    await reach(at, 21);
    await until('only English is offered', () => captionMenu(at).join() === 'en');
    expect(shownCues(at)).to.deep.equal([]);
    await reach(at, 29);
    await shows(at, 'C-NL');
    expect(captionMenu(at)).to.deep.equal(['en', 'nl*']);
  });

  it('stay off when they are off, and are the ones that the viewer chooses later', async () => {
    await open(at, both, period(44, ...seconds['exchanged ids']!));
    chooseCaptions(at, 'nl');
    await shows(at, 'A-NL');
    chooseCaptions(at, null);
    await until('they are off', () => captionMenu(at).join() === 'en,nl');
    await playFrom(at, 18);
    await reach(at, 21);
    expect(captionMenu(at)).to.have.members(['en', 'nl']);
    expect(shownCues(at)).to.deep.equal([]);
    chooseCaptions(at, 'en');
    await shows(at, 'B-EN');
    await playFrom(at, 3);
    await shows(at, 'A-EN');
    expect(captionMenu(at)).to.deep.equal(['en*', 'nl']);
  });

  it('continue in a live presentation', async () => {
    const liveSince = Date.now() - 26_000;
    await at.play(present([both, period(20, ...seconds['exchanged ids']!), period(24, ...seconds['other ids']!)], liveSince));
    await until('the captions are listed', () => captionMenu(at).length === 2);
    chooseCaptions(at, 'nl');
    const first = at.video.currentTime < 20 ? 'A-NL' : 'B-NL';
    await shows(at, first);
    await until('the next period plays', () => at.video.currentTime > 21, 20_000);
    await shows(at, 'B-NL');
    expect(captionMenu(at)).to.have.members(['en', 'nl*']);
  });

  it('canary: another language that is chosen in the next period is seen', async () => {
    await open(at, both, period(44, ...seconds['other ids']!));
    chooseCaptions(at, 'nl');
    await playFrom(at, 22);
    await shows(at, 'B-NL');
    chooseCaptions(at, 'en');
    await shows(at, 'B-EN');
    expect(captionMenu(at)).to.have.members(['en*', 'nl']);
  });
});
