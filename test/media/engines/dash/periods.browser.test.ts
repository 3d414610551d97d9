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
  playIntoSecondPeriod,
  secondPeriodForms
} from './period-audio.js';
import { audio, audioMenu, fetchedSegments, presentationUrl, waitForPosition, type SetSpec } from './presentation.js';

describe('a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearFetchedSegments();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it(`plays the chosen audio language in the next period, which has ${representativeForm}`, () =>
    expectSameLanguage(mounted, representativeForm));

  it('plays another audio language only while a period lacks the chosen one', async () => {
    await mounted.play(
      presentationUrl([period(8, english, dutch), period(4, audio('en', { id: '7' })), period(52, ...secondPeriodForms['other ids']!)])
    );
    const id = await chooseLanguage(mounted, 'nl');
    await waitForPosition(mounted, 9);
    await until('English is reported', () => audioMenu(mounted).join() === 'en*');
    await waitForPosition(mounted, 13);
    await until('Dutch is reported', () => audioMenu(mounted).join() === 'en,nl*');
    expect(mounted.player.state.current.audio.choice).to.equal(id);
    expect(fetchedSegments('audio-en').filter((number) => number > 6)).to.deep.equal([]);
  });

  it('plays the audio track with the same role, or with the same number of channels, in the next period', async () => {
    const commentary = (id: string) => audio('en', { id, role: 'commentary', track: 'audio-nl' });
    await mounted.play(
      presentationUrl([period(30, english, commentary('3')), period(34, commentary('13'), audio('en', { id: '12', role: 'main' }))])
    );
    const commentaryId = mounted.player.state.current.audio.tracks.find(({ kind }) => kind === 'commentary')!.id;
    mounted.player.audio.choose(commentaryId);
    await until('the commentary plays', () => mounted.player.state.current.audio.choice === commentaryId);
    await playIntoSecondPeriod(mounted);
    expect(mounted.player.state.current.audio.choice).to.equal(commentaryId);
    expect(fetchedSegments('audio-en').filter((number) => number > 15)).to.deep.equal([]);
    mounted.unmount();

    performance.clearResourceTimings();
    mounted = await mountPlayer();
    const surround = (id: string) => audio('en', { id, channels: 6, track: 'audio-nl' });
    const stereo = (id: string) => audio('en', { id, channels: 2 });
    await mounted.play(presentationUrl([period(30, stereo('2'), surround('3')), period(34, surround('12'), stereo('13'))]));
    const surroundId = mounted.player.state.current.audio.tracks.find(({ channels }) => channels === 6)!.id;
    mounted.player.audio.choose(surroundId);
    await until('six channels play', () => mounted.player.state.current.audio.choice === surroundId);
    await playIntoSecondPeriod(mounted);
    expect(mounted.player.state.current.audio.choice).to.equal(surroundId);
    expect(fetchedSegments('audio-en').filter((number) => number > 15)).to.deep.equal([]);
  });

  it('plays the chosen audio track after a seek to another period and back', async () => {
    await mounted.play(presentationUrl([period(20, english, dutch), period(44, ...secondPeriodForms['exchanged ids']!)]));
    const id = await chooseLanguage(mounted, 'nl');
    for (const position of [40, 2]) {
      mounted.player.time.seek(position);
      const played = () => mounted.video.currentTime - position;
      await until(`the video plays from ${position} s`, () => !mounted.video.seeking && played() > 0.1 && played() < 15);
      expect(audioMenu(mounted).filter((entry) => entry.endsWith('*'))).to.deep.equal(['nl*']);
      expect(mounted.player.state.current.audio.choice).to.equal(id);
    }
  });

  it('plays the chosen height in the next period, whatever the id of the rendition there', async () => {
    const videoSet = (rename: string): SetSpec => ['video', '', { id: '1', track: 'video-240 video-360', rename }];
    const periods = [videoSet('a-'), videoSet('b-')].map((sets, index) => ({ seconds: index ? 34 : 30, sets: [sets, english] }));
    await mounted.play(presentationUrl(periods));
    const height = () =>
      mounted.player.state.current.quality.renditions.find(({ id }) => id === mounted.player.state.current.quality.choice)?.height;
    mounted.player.quality.choose(mounted.player.state.current.quality.renditions.find((each) => each.height === 240)!.id);
    await until('240 lines are chosen', () => height() === 240);
    await playIntoSecondPeriod(mounted);
    expect(height()).to.equal(240);
    expect(fetchedSegments('video-360').filter((number) => number > 15)).to.deep.equal([]);
    await until('240 lines play', () => mounted.player.state.current.quality.playing === mounted.player.state.current.quality.choice);
  });

  it('canary: fetches no segments of an audio language that is not chosen', async () => {
    await mounted.play(presentationUrl([period(30, english, dutch), period(34, english, dutch)]));
    await chooseLanguage(mounted, 'en');
    await playIntoSecondPeriod(mounted);
    expect(audioMenu(mounted)).to.deep.equal(['en*', 'nl']);
    expect(fetchedSegments('audio-nl')).to.deep.equal([]);
    expect(fetchedSegments('audio-en').filter((number) => number > 15)).not.to.deep.equal([]);
  });
});
