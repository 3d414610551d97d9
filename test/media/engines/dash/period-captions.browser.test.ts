import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';
import { audio, captionMenu, chooseCaptions, present, reach, shownCues, text, video, type PeriodSpec, type SetSpec } from './present.js';

const period = (seconds: number, ...sets: SetSpec[]): PeriodSpec => ({ seconds, sets: [video, audio('en', { id: '2' }), ...sets] });
const both = period(20, text('en', 'A-EN', { id: '4' }), text('nl', 'A-NL', { id: '5' }));

/** Ways to write the same two text tracks in a second period. */
const seconds: Readonly<Record<string, readonly SetSpec[]>> = {
  'the same ids': [text('en', 'B-EN', { id: '4' }), text('nl', 'B-NL', { id: '5' })],
  'the same ids in another order': [text('nl', 'B-NL', { id: '5' }), text('en', 'B-EN', { id: '4' })],
  'other ids': [text('en', 'B-EN', { id: '14' }), text('nl', 'B-NL', { id: '15' })],
  'other ids in another order': [text('nl', 'B-NL', { id: '15' }), text('en', 'B-EN', { id: '14' })],
  'exchanged ids': [text('nl', 'B-NL', { id: '4' }), text('en', 'B-EN', { id: '5' })],
  'no ids, and another order': [text('nl', 'B-NL'), text('en', 'B-EN')],
  labels: [text('nl', 'B-NL', { id: '4', label: 'Nederlands' }), text('en', 'B-EN', { id: '5', label: 'English' })]
};

describe('the captions of a DASH presentation with several periods', () => {
  let at: MountedPlayer;
  beforeEach(async () => void (at = await mountPlayer()));
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  const shows = (beginning: string) =>
    until(`a cue of ${beginning} is shown`, () => shownCues(at).length === 1 && shownCues(at)[0]!.startsWith(beginning));

  /** Plays from a position in seconds. */
  async function playFrom(position: number): Promise<void> {
    at.player.time.seek(position);
    await until(`the video plays from ${position} s`, () => !at.video.seeking && Math.abs(at.video.currentTime - position - 1) < 0.9);
  }

  async function open(...periods: PeriodSpec[]): Promise<void> {
    await at.play(present(periods));
    await until('the captions are listed', () => captionMenu(at).length === 2);
    expect(captionMenu(at)).to.deep.equal(['en', 'nl']);
  }

  for (const [title, sets] of Object.entries(seconds)) {
    it(`continue in the chosen language, with one line for each, when the next period has ${title}`, async () => {
      await open(both, period(44, ...sets));
      chooseCaptions(at, 'nl');
      await shows('A-NL');
      const { choice } = at.player.state.current.captions;
      await playFrom(18);
      await reach(at, 21);
      await shows('B-NL');
      const name = title === 'labels' ? 'Nederlands' : '';
      await until('two lines are listed', () => captionMenu(at).length === 2);
      expect(captionMenu(at)).to.include(`${name}nl*`);
      expect(at.player.state.current.captions.choice).to.equal(choice);
      await playFrom(3);
      await shows('A-NL');
      expect(captionMenu(at)).to.have.length(2);
    });
  }

  it('are not offered or shown in a period that lacks them, and are back afterwards', async () => {
    const advertisement: PeriodSpec = { seconds: 4, sets: [video, audio('en')] };
    await open({ ...both, seconds: 8 }, advertisement, period(52, text('nl', 'C-NL', { id: '7' }), text('en', 'C-EN', { id: '8' })));
    chooseCaptions(at, 'nl');
    await shows('A-NL');
    await reach(at, 9);
    await until('no captions are offered', () => captionMenu(at).length === 0);
    expect(at.player.state.current.captions).to.include({ choice: null, shown: false });
    await reach(at, 13);
    await shows('C-NL');
    expect(captionMenu(at)).to.have.members(['nl*', 'en']);
  });

  it('are not replaced by another language, and are back when a period has the chosen one', async () => {
    await open(
      both,
      period(8, text('en', 'B-EN', { id: '14' })),
      period(36, text('en', 'C-EN', { id: '4' }), text('nl', 'C-NL', { id: '5' }))
    );
    chooseCaptions(at, 'nl');
    await shows('A-NL');
    await playFrom(18);
    await reach(at, 21);
    await until('only English is offered', () => captionMenu(at).join() === 'en');
    expect(shownCues(at)).to.deep.equal([]);
    await reach(at, 29);
    await shows('C-NL');
    expect(captionMenu(at)).to.deep.equal(['en', 'nl*']);
  });

  it('stay off when they are off, and are the ones that the viewer chooses later', async () => {
    await open(both, period(44, ...seconds['exchanged ids']!));
    chooseCaptions(at, 'nl');
    await shows('A-NL');
    chooseCaptions(at, null);
    await until('they are off', () => captionMenu(at).join() === 'en,nl');
    await playFrom(18);
    await reach(at, 21);
    expect(captionMenu(at)).to.have.members(['en', 'nl']);
    expect(shownCues(at)).to.deep.equal([]);
    chooseCaptions(at, 'en');
    await shows('B-EN');
    await playFrom(3);
    await shows('A-EN');
    expect(captionMenu(at)).to.deep.equal(['en*', 'nl']);
  });

  it('continue in a live presentation', async () => {
    const liveSince = Date.now() - 26_000;
    await at.play(present([both, period(20, ...seconds['exchanged ids']!), period(24, ...seconds['other ids']!)], liveSince));
    await until('the captions are listed', () => captionMenu(at).length === 2);
    chooseCaptions(at, 'nl');
    const first = at.video.currentTime < 20 ? 'A-NL' : 'B-NL';
    await shows(first);
    await until('the next period plays', () => at.video.currentTime > 21, 20_000);
    await shows('B-NL');
    expect(captionMenu(at)).to.have.members(['en', 'nl*']);
  });

  it('canary: another language that is chosen in the next period is seen', async () => {
    await open(both, period(44, ...seconds['other ids']!));
    chooseCaptions(at, 'nl');
    await playFrom(22);
    await shows('B-NL');
    chooseCaptions(at, 'en');
    await shows('B-EN');
    expect(captionMenu(at)).to.have.members(['en*', 'nl']);
  });
});
