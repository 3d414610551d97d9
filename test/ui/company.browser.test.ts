import { expect } from 'chai';
import { until } from '../support/until.js';
import { press } from './mount.js';
import { film } from './film.js';
import type { JetPlayer } from '../../src/ui/jet-player.js';

async function two(first: Record<string, string>, second: Record<string, string>): Promise<[JetPlayer, JetPlayer]> {
  const one = await film(first);
  const other = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src: '/media/film.mp4', muted: '', ...second })) other.setAttribute(name, value);
  document.body.append(other);
  await until('both films are there', () => other.readyState >= 2);
  return [one, other];
}

const playBoth = async ([one, other]: [JetPlayer, JetPlayer]): Promise<boolean[]> => {
  await one.play();
  await other.play();
  await new Promise((resolve) => other.addEventListener('timeupdate', resolve, { once: true }));
  return [one.paused, other.paused];
};

describe('several players on a page', () => {
  it('play together', async () => expect(await playBoth(await two({}, {}))).to.deep.equal([false, false]));

  it('exclusive: its start pauses the others', async () =>
    expect(await playBoth(await two({}, { exclusive: '' }))).to.deep.equal([true, false]));

  it("exclusive: another's start pauses it", async () =>
    expect(await playBoth(await two({ exclusive: '' }, {}))).to.deep.equal([true, false]));

  it('hotkeys="document" hears the whole page, where it is alone', async () => {
    const player = await film({ hotkeys: 'document' });
    const muted = () => player.muted;
    expect(press(document.body, 'm').defaultPrevented).to.equal(true);
    expect(muted()).to.equal(false);
    const field = document.body.appendChild(document.createElement('textarea'));
    const tab = Object.assign(document.body.appendChild(document.createElement('div')), { role: 'tab' });
    for (const target of [field, tab]) expect(press(target, 'm').defaultPrevented, target.localName).to.equal(false);
    const other = document.body.appendChild(document.createElement('jet-player'));
    expect(press(document.body, 'm').defaultPrevented, 'two players').to.equal(false);
    other.remove();
    await Promise.resolve();
    press(player.shadowRoot!.querySelector('.surface')!, 'm');
    expect(muted(), 'once, where the key is pressed in the player').to.equal(true);
    player.remove();
    await Promise.resolve();
    expect(press(document.body, 'm').defaultPrevented, 'taken out').to.equal(false);
  });
});
