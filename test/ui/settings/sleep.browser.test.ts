import { expect } from 'chai';
import type { MenuPage } from '../../../src/ui/elements/menu-item.js';
import { until } from '../../support/until.js';
import { drawn, has, mount, part, playing, type TestPlayer } from '../mount.js';

const chapters = {
  list: ['One', 'Two', 'Three'].map((title, index) => ({ start: index * 100, end: index * 100 + 100, title })),
  current: 0
};

const mountAudio = (): Promise<TestPlayer> => mount({ ...playing, chapters }, { audio: '', 'title-text': 'The news' });

const menuOf = (player: TestPlayer): MenuPage | undefined =>
  part<HTMLElementTagNameMap['jet-menu']>(player, 'settings').items.find((item): item is MenuPage => item?.name === 'sleep');

async function choose(player: TestPlayer, value: string): Promise<void> {
  menuOf(player)!.choose(value);
  await drawn(player);
}

const pauses = (player: TestPlayer): number => player.fake.calls.filter(([name]) => name === 'playback.pause').length;

describe('the sleep timer', () => {
  const { now } = performance;
  afterEach(() => (performance.now = now));
  /** Lets so many minutes pass. */
  const pass = (minutes: number) => (performance.now = () => now.call(performance) + minutes * 60_000);

  it('is a setting of the audio player only', async () => {
    const player = await mountAudio();
    expect(menuOf(player)!.choices.map(({ label }) => label)).to.deep.equal([
      'Off',
      ...['15 minutes', '30 minutes', '45 minutes', '1 hour'],
      'End of the chapter',
      'End of the episode'
    ]);
    expect(menuOf(await mount({ ...playing, chapters }))).to.equal(undefined);
  });

  it('shows what is left, pauses when the time has passed, and says so', async () => {
    const player = await mountAudio();
    expect(has(player, 'sleep')).to.equal(false);
    await choose(player, '15');
    expect(part(player, 'sleep').textContent!.trim()).to.equal('15:00');
    expect(part(player, 'sleep').ariaLabel).to.equal('Sleep timer, 15 minutes left · Cancel');
    expect(menuOf(player)!.summary).to.equal('15:00');
    pass(14);
    await until('a minute is left', () => /^(1:00|0:5\d)$/.test(part(player, 'sleep').textContent!.trim()));
    expect(pauses(player)).to.equal(0);
    pass(15);
    await until('it pauses', () => pauses(player) === 1);
    await until('it says so', () => part(player, 'announcement').textContent === 'Paused by the sleep timer');
    expect([has(player, 'sleep'), menuOf(player)!.summary]).to.deep.equal([false, 'Off']);
  });

  it('does nothing more after its button, or the menu, cancels it', async () => {
    const player = await mountAudio();
    await choose(player, '15');
    part(player, 'sleep').click();
    await drawn(player);
    expect(has(player, 'sleep')).to.equal(false);
    await choose(player, '15');
    await choose(player, '');
    expect(has(player, 'sleep')).to.equal(false);
    // A later timer passes its end first, so that a timer that goes on would have paused before it.
    await choose(player, '30');
    pass(31);
    await until('only the timer that is set pauses', () => pauses(player) > 0);
    expect(pauses(player)).to.equal(1);
  });

  it('pauses where the chapter ends, and not after a seek to another one', async () => {
    const player = await mountAudio();
    await choose(player, 'chapter');
    player.fake.set({ time: { seeking: true } });
    await drawn(player);
    player.fake.set({ chapters: { current: 1 } });
    await drawn(player);
    player.fake.set({ time: { seeking: false } });
    await drawn(player);
    expect([pauses(player), has(player, 'sleep')]).to.deep.equal([0, true]);
    player.fake.set({ chapters: { current: 2 } });
    await drawn(player);
    expect([pauses(player), has(player, 'sleep')]).to.deep.equal([1, false]);
  });

  it('keeps a playlist from going on at the end of the episode', async () => {
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
      await drawn(player);
      await choose(player, value);
      player.fake.set({ playback: { paused: true, ended: true } });
      player.dispatchEvent(new Event('ended'));
      await drawn(player);
      const starts = part<HTMLElementTagNameMap['jet-up-next']>(player, 'up-next').note !== '';
      expect(starts, value || 'canary').to.equal(value === '');
      expect(has(player, 'sleep')).to.equal(false);
    }
  });

  it('pauses when an episode that repeats begins again', async () => {
    const player = await mountAudio();
    await choose(player, 'end');
    for (const current of [299.9, 0.1]) {
      player.fake.set({ time: { current } });
      await drawn(player);
    }
    expect(pauses(player)).to.equal(1);
  });

  for (const [value, stays] of [
    ['15', true],
    ['chapter', false],
    ['end', false]
  ] as const) {
    it(`${stays ? 'goes on' : 'ends'} with another source when it is set to ${value}`, async () => {
      const player = await mountAudio();
      await choose(player, value);
      player.fake.session.dispatchEvent(new Event('source'));
      player.requestUpdate();
      await drawn(player);
      expect(has(player, 'sleep')).to.equal(stays);
      await choose(player, '');
    });
  }
});
