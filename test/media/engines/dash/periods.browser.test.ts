import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { choose, clearFetched, dutch, english, expectSameLanguage, hardest, period, playIntoNext, seconds } from './period-audio.js';
import { audio, audioMenu, fetched, present, reach, type SetSpec } from './present.js';

describe('the audio track of a DASH presentation with several periods', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    clearFetched();
    mounted = await mountPlayer();
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it(`continues in the chosen language when the next period has ${hardest}`, () => expectSameLanguage(mounted, hardest));

  it('is another one while a period lacks the chosen language, and is back afterwards', async () => {
    await mounted.play(present([period(8, english, dutch), period(4, audio('en', { id: '7' })), period(52, ...seconds['other ids']!)]));
    const id = await choose(mounted, 'nl');
    await reach(mounted, 9);
    await until('English is reported', () => audioMenu(mounted).join() === 'en*');
    await reach(mounted, 13);
    await until('Dutch is reported', () => audioMenu(mounted).join() === 'en,nl*');
    expect(mounted.player.state.current.audio.choice).to.equal(id);
    expect(fetched('audio-en').filter((number) => number > 6)).to.deep.equal([]);
  });

  it('keeps its role and its number of channels', async () => {
    const commentary = (id: string) => audio('en', { id, role: 'commentary', track: 'audio-nl' });
    await mounted.play(
      present([period(30, english, commentary('3')), period(34, commentary('13'), audio('en', { id: '12', role: 'main' }))])
    );
    const before = mounted.player.state.current.audio.tracks.find(({ kind }) => kind === 'commentary')!.id;
    mounted.player.audio.choose(before);
    await until('the commentary plays', () => mounted.player.state.current.audio.choice === before);
    await playIntoNext(mounted);
    expect(mounted.player.state.current.audio.choice).to.equal(before);
    expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
    mounted.unmount();

    performance.clearResourceTimings();
    mounted = await mountPlayer();
    const surround = (id: string) => audio('en', { id, channels: 6, track: 'audio-nl' });
    const stereo = (id: string) => audio('en', { id, channels: 2 });
    await mounted.play(present([period(30, stereo('2'), surround('3')), period(34, surround('12'), stereo('13'))]));
    const six = mounted.player.state.current.audio.tracks.find(({ channels }) => channels === 6)!.id;
    mounted.player.audio.choose(six);
    await until('six channels play', () => mounted.player.state.current.audio.choice === six);
    await playIntoNext(mounted);
    expect(mounted.player.state.current.audio.choice).to.equal(six);
    expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
  });

  it('is the chosen one after a seek to another period and back', async () => {
    await mounted.play(present([period(20, english, dutch), period(44, ...seconds['exchanged ids']!)]));
    const id = await choose(mounted, 'nl');
    for (const position of [40, 2]) {
      mounted.player.time.seek(position);
      const played = () => mounted.video.currentTime - position;
      await until(`the video plays from ${position} s`, () => !mounted.video.seeking && played() > 0.1 && played() < 15);
      expect(audioMenu(mounted).filter((line) => line.endsWith('*'))).to.deep.equal(['nl*']);
      expect(mounted.player.state.current.audio.choice).to.equal(id);
    }
  });

  it('keeps the height of a chosen rendition, whatever its id', async () => {
    const both = (rename: string): SetSpec => ['video', '', { id: '1', track: 'video-240 video-360', rename }];
    const periods = [both('a-'), both('b-')].map((sets, index) => ({ seconds: index ? 34 : 30, sets: [sets, english] }));
    await mounted.play(present(periods));
    const height = () =>
      mounted.player.state.current.quality.renditions.find(({ id }) => id === mounted.player.state.current.quality.choice)?.height;
    mounted.player.quality.choose(mounted.player.state.current.quality.renditions.find((each) => each.height === 240)!.id);
    await until('240 lines are chosen', () => height() === 240);
    await playIntoNext(mounted);
    expect(height()).to.equal(240);
    expect(fetched('video-360').filter((number) => number > 15)).to.deep.equal([]);
    await until('240 lines play', () => mounted.player.state.current.quality.playing === mounted.player.state.current.quality.choice);
  });

  it('canary: a language that is not chosen is not reported as fetched', async () => {
    await mounted.play(present([period(30, english, dutch), period(34, english, dutch)]));
    await choose(mounted, 'en');
    await playIntoNext(mounted);
    expect(audioMenu(mounted)).to.deep.equal(['en*', 'nl']);
    expect(fetched('audio-nl')).to.deep.equal([]);
    expect(fetched('audio-en').filter((number) => number > 15)).not.to.deep.equal([]);
  });
});
