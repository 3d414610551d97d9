import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { audio, audioMenu, chooseAudio, fetched, present, reach, video, type PeriodSpec, type SetSpec } from './present.js';

const english = audio('en', { id: '2', role: 'main' });
const dutch = audio('nl', { id: '3' });
const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, ...sets] });

/** Ways to write the same two audio tracks in a second period. */
const seconds: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [english, dutch],
  'other ids': [audio('en', { id: '12', role: 'main' }), audio('nl', { id: '13' })],
  'no ids': [audio('en', { role: 'main' }), audio('nl')],
  'another order': [dutch, english],
  'exchanged ids': [audio('nl', { id: '2' }), audio('en', { id: '3', role: 'main' })],
  'three-letter language codes': [audio('eng', { id: '12', role: 'main' }), audio('nld', { id: '13', track: 'audio-nl' })]
};

describe('the audio track of a DASH presentation with several periods', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(2000);
    at = await mountPlayer();
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  async function choose(language: string): Promise<string> {
    chooseAudio(at, language);
    await until(`${language} plays`, () => audioMenu(at).includes(`${language}*`));
    return at.player.state.current.audio.choice!;
  }

  /** Plays the last seconds of a first period of 30 seconds, and the beginning of the next one. */
  async function playIntoNext(): Promise<void> {
    at.player.time.seek(28);
    await reach(at, 31);
  }

  for (const [title, sets] of Object.entries(seconds)) {
    it(`continues in the chosen language when the next period has ${title}`, async () => {
      await at.play(present([period(30, english, dutch), period(34, ...sets)]));
      const id = await choose('nl');
      await playIntoNext();
      expect(at.player.state.current.audio.choice).to.equal(id);
      expect(audioMenu(at).sort()).to.deep.equal(['en', 'nl*']);
      expect(fetched('audio-nl')).to.include(17);
      expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
    });
  }

  it('continues in the default language when the next period lists another one first', async () => {
    await at.play(present([period(8, audio('en', { id: '2' }), dutch), period(56, audio('nl', { id: '2' }), audio('en', { id: '3' }))]));
    await reach(at, 9);
    expect(audioMenu(at)).to.deep.equal(['nl', 'en*']);
    expect(fetched('audio-nl')).to.deep.equal([]);
  });

  it('is another one while a period lacks the chosen language, and is back afterwards', async () => {
    await at.play(present([period(8, english, dutch), period(4, audio('en', { id: '7' })), period(52, ...seconds['other ids']!)]));
    const id = await choose('nl');
    await reach(at, 9);
    await until('English is reported', () => audioMenu(at).join() === 'en*');
    await reach(at, 13);
    await until('Dutch is reported', () => audioMenu(at).join() === 'en,nl*');
    expect(at.player.state.current.audio.choice).to.equal(id);
    expect(fetched('audio-en').filter((number) => number > 6)).to.deep.equal([]);
  });

  it('is back after an advertisement in another language when the viewer chose nothing', async () => {
    const advertisement = period(4, audio('nl', { id: '1' }));
    await at.play(present([period(8, english, dutch), advertisement, period(52, audio('nl', { id: '5' }), audio('en', { id: '6' }))]));
    await reach(at, 9);
    await until('Dutch is reported', () => audioMenu(at).join() === 'nl*');
    await reach(at, 13);
    await until('English is reported', () => audioMenu(at).join() === 'nl,en*');
  });

  it('keeps its role and its number of channels', async () => {
    const commentary = (id: string) => audio('en', { id, role: 'commentary', track: 'audio-nl' });
    await at.play(present([period(30, english, commentary('3')), period(34, commentary('13'), audio('en', { id: '12', role: 'main' }))]));
    const before = at.player.state.current.audio.tracks.find(({ kind }) => kind === 'commentary')!.id;
    at.player.audio.choose(before);
    await until('the commentary plays', () => at.player.state.current.audio.choice === before);
    await playIntoNext();
    expect(at.player.state.current.audio.choice).to.equal(before);
    expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
    at.unmount();

    performance.clearResourceTimings();
    at = await mountPlayer();
    const surround = (id: string) => audio('en', { id, channels: 6, track: 'audio-nl' });
    const stereo = (id: string) => audio('en', { id, channels: 2 });
    await at.play(present([period(30, stereo('2'), surround('3')), period(34, surround('12'), stereo('13'))]));
    const six = at.player.state.current.audio.tracks.find(({ channels }) => channels === 6)!.id;
    at.player.audio.choose(six);
    await until('six channels play', () => at.player.state.current.audio.choice === six);
    await playIntoNext();
    expect(at.player.state.current.audio.choice).to.equal(six);
    expect(fetched('audio-en').filter((number) => number > 15)).to.deep.equal([]);
  });

  it('is heard in the next period too when it is chosen after that period was buffered', async () => {
    await at.play(present([period(8, english, dutch), period(56, ...seconds['other ids']!)]));
    await until('the next period is being fetched', () => fetched('audio-en').some((number) => number > 4));
    await choose('nl');
    await reach(at, 9);
    expect(audioMenu(at)).to.deep.equal(['en', 'nl*']);
    expect(fetched('audio-nl')).to.include(5);
  });

  it('is the chosen one after a seek to another period and back', async () => {
    await at.play(present([period(20, english, dutch), period(44, ...seconds['exchanged ids']!)]));
    const id = await choose('nl');
    for (const position of [40, 2]) {
      at.player.time.seek(position);
      const played = () => at.video.currentTime - position;
      await until(`the video plays from ${position} s`, () => !at.video.seeking && played() > 0.1 && played() < 15);
      expect(audioMenu(at).filter((line) => line.endsWith('*'))).to.deep.equal(['nl*']);
      expect(at.player.state.current.audio.choice).to.equal(id);
    }
  });

  it('continues in a live presentation, in which periods begin and end', async () => {
    const liveSince = Date.now() - 14_000;
    await at.play(
      present([period(12, english, dutch), period(8, ...seconds['other ids']!), period(44, ...seconds['exchanged ids']!)], liveSince)
    );
    const id = await choose('nl');
    await until('the third period plays', () => at.video.currentTime > 21, 35_000);
    expect(audioMenu(at)).to.deep.equal(['nl*', 'en']);
    expect(at.player.state.current.audio.choice).to.equal(id);
    expect(fetched('audio-nl')).to.include(11);
  });

  it('keeps the height of a chosen rendition, whatever its id', async () => {
    const both = (rename: string): SetSpec => ['video', '', { id: '1', track: 'video-240 video-360', rename }];
    const periods = [both('a-'), both('b-')].map((sets, index) => ({ seconds: index ? 34 : 30, sets: [sets, english] }));
    await at.play(present(periods));
    const height = () => at.player.state.current.quality.renditions.find(({ id }) => id === at.player.state.current.quality.choice)?.height;
    at.player.quality.choose(at.player.state.current.quality.renditions.find((each) => each.height === 240)!.id);
    await until('240 lines are chosen', () => height() === 240);
    await playIntoNext();
    expect(height()).to.equal(240);
    expect(fetched('video-360').filter((number) => number > 15)).to.deep.equal([]);
    await until('240 lines play', () => at.player.state.current.quality.playing === at.player.state.current.quality.choice);
  });

  it('canary: a language that is not chosen is not reported as fetched', async () => {
    await at.play(present([period(30, english, dutch), period(34, english, dutch)]));
    await choose('en');
    await playIntoNext();
    expect(audioMenu(at)).to.deep.equal(['en*', 'nl']);
    expect(fetched('audio-nl')).to.deep.equal([]);
    expect(fetched('audio-en').filter((number) => number > 15)).not.to.deep.equal([]);
  });
});
