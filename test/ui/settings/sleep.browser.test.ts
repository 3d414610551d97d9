import { expect } from 'chai';
import type { MenuPage } from '../../../src/ui/elements/menu-item.js';
import { until } from '../../support/until.js';
import { waitForRender, hasPart, mount, part, playingState, type TestPlayer } from '../mount.js';

const chapters = {
  list: ['One', 'Two', 'Three'].map((title, index) => ({ start: index * 100, end: index * 100 + 100, title })),
  current: 0
};

const mountAudio = (): Promise<TestPlayer> => mount({ ...playingState, chapters }, { audio: '', 'title-text': 'The news' });

const sleepMenu = (player: TestPlayer): MenuPage | undefined =>
  part<HTMLElementTagNameMap['jet-menu']>(player, 'settings').items.find((item): item is MenuPage => item?.name === 'sleep');

async function choose(player: TestPlayer, value: string): Promise<void> {
  sleepMenu(player)!.choose(value);
  await waitForRender(player);
}

const pauseCount = (player: TestPlayer): number => player.fake.calls.filter(([name]) => name === 'playback.pause').length;

describe('the sleep timer', () => {
  const { now } = performance;
  afterEach(() => (performance.now = now));
  /** Sets the clock forward by minutes. */
  const advanceClock = (minutes: number) => (performance.now = () => now.call(performance) + minutes * 60_000);

  it('is a setting of the audio player only', async () => {
    const player = await mountAudio();
    expect(sleepMenu(player)!.choices.map(({ label }) => label)).to.deep.equal([
      'Off',
      ...['15 minutes', '30 minutes', '45 minutes', '1 hour'],
      'End of the chapter',
      'End of the episode'
    ]);
    expect(sleepMenu(await mount({ ...playingState, chapters }))).to.equal(undefined);
  });

  it('shows the remaining time, pauses when it has passed, and announces that', async () => {
    const player = await mountAudio();
    expect(hasPart(player, 'sleep')).to.equal(false);
    await choose(player, '15');
    expect(part(player, 'sleep').textContent!.trim()).to.equal('15:00');
    expect(part(player, 'sleep').ariaLabel).to.equal('Sleep timer, 15 minutes left · Cancel');
    expect(sleepMenu(player)!.summary).to.equal('15:00');
    advanceClock(14);
    await until('a minute is left', () => /^(1:00|0:5\d)$/.test(part(player, 'sleep').textContent!.trim()));
    expect(pauseCount(player)).to.equal(0);
    advanceClock(15);
    await until('the timer pauses playback', () => pauseCount(player) === 1);
    await until('the pause is announced', () => part(player, 'announcement').textContent === 'Paused by the sleep timer');
    expect([hasPart(player, 'sleep'), sleepMenu(player)!.summary]).to.deep.equal([false, 'Off']);
  });

  it('does nothing more after its button or the menu cancels it', async () => {
    const player = await mountAudio();
    await choose(player, '15');
    part(player, 'sleep').click();
    await waitForRender(player);
    expect(hasPart(player, 'sleep')).to.equal(false);
    await choose(player, '15');
    await choose(player, '');
    expect(hasPart(player, 'sleep')).to.equal(false);
    // The clock passes the ends of both timers at once: a cancelled timer that still ran would also pause.
    await choose(player, '30');
    advanceClock(31);
    await until('the timer pauses playback', () => pauseCount(player) > 0);
    expect(pauseCount(player)).to.equal(1);
  });

  it('pauses at the end of the chapter, and not when the viewer seeks to another chapter', async () => {
    const player = await mountAudio();
    await choose(player, 'chapter');
    player.fake.set({ time: { seeking: true } });
    await waitForRender(player);
    player.fake.set({ chapters: { current: 1 } });
    await waitForRender(player);
    player.fake.set({ time: { seeking: false } });
    await waitForRender(player);
    expect([pauseCount(player), hasPart(player, 'sleep')]).to.deep.equal([0, true]);
    player.fake.set({ chapters: { current: 2 } });
    await waitForRender(player);
    expect([pauseCount(player), hasPart(player, 'sleep')]).to.deep.equal([1, false]);
  });

  it('prevents a playlist from starting its next entry at the end of the episode', async () => {
    for (const value of ['', 'end']) {
      const player = await mountAudio();
      player.id = 'player';
      const playlist = Object.assign(document.createElement('jet-playlist'), { htmlFor: 'player', autonext: true });
      const links = ['One', 'Two'].map((textContent) =>
        Object.assign(document.createElement('a'), { textContent, href: `/${textContent}` })
      );
      playlist.append(...links);
      document.body.append(playlist);
      links[0]!.click();
      await playlist.updateComplete;
      await waitForRender(player);
      await choose(player, value);
      player.fake.set({ playback: { paused: true, ended: true } });
      player.dispatchEvent(new Event('ended'));
      await waitForRender(player);
      const startsNextEntry = part<HTMLElementTagNameMap['jet-up-next']>(player, 'up-next').note !== '';
      expect(startsNextEntry, value || 'canary').to.equal(value === '');
      expect(hasPart(player, 'sleep')).to.equal(false);
    }
  });

  it('pauses when a looping episode starts again', async () => {
    const player = await mountAudio();
    await choose(player, 'end');
    for (const current of [299.9, 0.1]) {
      player.fake.set({ time: { current } });
      await waitForRender(player);
    }
    expect(pauseCount(player)).to.equal(1);
  });

  for (const [value, continues] of [
    ['15', true],
    ['chapter', false],
    ['end', false]
  ] as const) {
    it(`${continues ? 'continues' : 'ends'} when the source changes and it is set to ${value}`, async () => {
      const player = await mountAudio();
      await choose(player, value);
      player.fake.session.dispatchEvent(new Event('source'));
      player.requestUpdate();
      await waitForRender(player);
      expect(hasPart(player, 'sleep')).to.equal(continues);
      await choose(player, '');
    });
  }
});
