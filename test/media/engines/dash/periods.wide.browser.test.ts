import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { choose, clearFetched, dutch, english, expectSameLanguage, hardest, period, seconds } from './period-audio.js';
import { audio, audioMenu, fetched, present, reach } from './present.js';

describe('the audio track of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearFetched();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const way of Object.keys(seconds).filter((other) => other !== hardest))
    it(`continues in the chosen language when the next period has ${way}`, () => expectSameLanguage(mounted, way));

  it('continues in the default language when the next period lists another one first', async () => {
    await mounted.play(
      present([period(8, audio('en', { id: '2' }), dutch), period(56, audio('nl', { id: '2' }), audio('en', { id: '3' }))])
    );
    await reach(mounted, 9);
    expect(audioMenu(mounted)).to.deep.equal(['nl', 'en*']);
    expect(fetched('audio-nl')).to.deep.equal([]);
  });

  it('is back after an advertisement in another language when the viewer chose nothing', async () => {
    const advertisement = period(4, audio('nl', { id: '1' }));
    await mounted.play(present([period(8, english, dutch), advertisement, period(52, audio('nl', { id: '5' }), audio('en', { id: '6' }))]));
    await reach(mounted, 9);
    await until('Dutch is reported', () => audioMenu(mounted).join() === 'nl*');
    await reach(mounted, 13);
    await until('English is reported', () => audioMenu(mounted).join() === 'nl,en*');
  });

  it('is heard in the next period too when it is chosen after that period was buffered', async () => {
    await mounted.play(present([period(8, english, dutch), period(56, ...seconds['other ids']!)]));
    await until('the next period is being fetched', () => fetched('audio-en').some((number) => number > 4));
    await choose(mounted, 'nl');
    await reach(mounted, 9);
    expect(audioMenu(mounted)).to.deep.equal(['en', 'nl*']);
    expect(fetched('audio-nl')).to.include(5);
  });

  it('continues in a live presentation, in which periods begin and end', async () => {
    const liveSince = Date.now() - 14_000;
    await mounted.play(
      present([period(12, english, dutch), period(8, ...seconds['other ids']!), period(44, ...seconds['exchanged ids']!)], liveSince)
    );
    const id = await choose(mounted, 'nl');
    await until('the third period plays', () => mounted.video.currentTime > 21, 35_000);
    expect(audioMenu(mounted)).to.deep.equal(['nl*', 'en']);
    expect(mounted.player.state.current.audio.choice).to.equal(id);
    expect(fetched('audio-nl')).to.include(11);
  });
});
