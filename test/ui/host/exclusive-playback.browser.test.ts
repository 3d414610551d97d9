import { expect } from 'chai';
import { until } from '../../support/until.js';
import { press } from '../mount.js';
import { mountVideo } from '../mount-video.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

async function two(first: Record<string, string>, second: Record<string, string>): Promise<[JetPlayer, JetPlayer]> {
  const one = await mountVideo(first);
  const other = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src: '/media/film.mp4', muted: '', ...second })) other.setAttribute(name, value);
  document.body.append(other);
  await until('both videos have loaded', () => other.readyState >= 2);
  return [one, other];
}

const playBoth = async ([one, other]: [JetPlayer, JetPlayer]): Promise<boolean[]> => {
  await one.play();
  await other.play();
  await new Promise((resolve) => other.addEventListener('timeupdate', resolve, { once: true }));
  return [one.paused, other.paused];
};

describe('several players on a page', () => {
  it('play together when none is exclusive', async () => expect(await playBoth(await two({}, {}))).to.deep.equal([false, false]));

  it('pause when an exclusive player starts', async () =>
    expect(await playBoth(await two({}, { exclusive: '' }))).to.deep.equal([true, false]));

  it('pause an exclusive player when another starts', async () =>
    expect(await playBoth(await two({ exclusive: '' }, {}))).to.deep.equal([true, false]));

  it('ignore keys of the page with hotkeys="document" when an element of the page handles them', async () => {
    await mountVideo({ hotkeys: 'document' });
    const handled = (role: string, name = 'div') => {
      const outer = document.body.appendChild(document.createElement(name));
      outer.role = role;
      const inner = outer.appendChild(document.createElement('span'));
      return press(inner, 'm').defaultPrevented;
    };
    for (const role of ['main', 'region', 'img', 'listitem', 'table', 'search', 'tabpanel', 'button', 'link'])
      expect(handled(role), role).to.equal(true);
    for (const role of ['textbox', 'application', 'menuitem', 'radiogroup', 'slider', 'tab', 'treegrid', 'dialog'])
      expect(handled(role), role).to.equal(false);
    expect(handled('main', 'main'), '<main role="main">').to.equal(true);
  });

  it('handle keys of the whole page with hotkeys="document" when there is only one player', async () => {
    const player = await mountVideo({ hotkeys: 'document' });
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
    expect(muted(), 'once, when the key is pressed in the player').to.equal(true);
    player.remove();
    await Promise.resolve();
    expect(press(document.body, 'm').defaultPrevented, 'removed').to.equal(false);
  });
});
