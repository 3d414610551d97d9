import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import {
  chooseLanguage,
  clearFetchedSegments,
  dutch,
  english,
  expectSameLanguage,
  representativeForm,
  period,
  secondPeriodForms
} from './period-audio.js';
import { audio, audioMenu, fetchedSegments, presentationUrl, waitForPosition } from './presentation.js';

describe('a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearFetchedSegments();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const form of Object.keys(secondPeriodForms).filter((other) => other !== representativeForm))
    it(`plays the chosen audio language in the next period, which has ${form}`, () => expectSameLanguage(mounted, form));

  it('plays the default audio language in the next period, which lists another language first', async () => {
    await mounted.play(
      presentationUrl([period(8, audio('en', { id: '2' }), dutch), period(56, audio('nl', { id: '2' }), audio('en', { id: '3' }))])
    );
    await waitForPosition(mounted, 9);
    expect(audioMenu(mounted)).to.deep.equal(['nl', 'en*']);
    expect(fetchedSegments('audio-nl')).to.deep.equal([]);
  });

  it('plays the default audio language again after an advertisement in another language', async () => {
    const advertisement = period(4, audio('nl', { id: '1' }));
    await mounted.play(
      presentationUrl([period(8, english, dutch), advertisement, period(52, audio('nl', { id: '5' }), audio('en', { id: '6' }))])
    );
    await waitForPosition(mounted, 9);
    await until('Dutch is reported', () => audioMenu(mounted).join() === 'nl*');
    await waitForPosition(mounted, 13);
    await until('English is reported', () => audioMenu(mounted).join() === 'nl,en*');
  });

  it('plays the chosen audio language also in a period that was buffered before the choice', async () => {
    await mounted.play(presentationUrl([period(8, english, dutch), period(56, ...secondPeriodForms['other ids']!)]));
    await until('the next period is being fetched', () => fetchedSegments('audio-en').some((number) => number > 4));
    await chooseLanguage(mounted, 'nl');
    await waitForPosition(mounted, 9);
    expect(audioMenu(mounted)).to.deep.equal(['en', 'nl*']);
    expect(fetchedSegments('audio-nl')).to.include(5);
  });

  it('plays the chosen audio language in a live presentation whose periods begin and end', async () => {
    const liveSince = Date.now() - 14_000;
    await mounted.play(
      presentationUrl(
        [period(12, english, dutch), period(8, ...secondPeriodForms['other ids']!), period(44, ...secondPeriodForms['exchanged ids']!)],
        liveSince
      )
    );
    const id = await chooseLanguage(mounted, 'nl');
    await until('the third period plays', () => mounted.video.currentTime > 21, 35_000);
    expect(audioMenu(mounted)).to.deep.equal(['nl*', 'en']);
    expect(mounted.player.state.current.audio.choice).to.equal(id);
    expect(fetchedSegments('audio-nl')).to.include(11);
  });
});
