import { expect } from 'chai';
import { until } from '../../support/until.js';
import { pressKey } from '../mount.js';
import { mountVideo } from '../mount-video.js';
import type { JetPlayer } from '../../../src/ui/jet-player.js';

/** Mounts two players with these attributes, and waits until both have loaded. */
async function mountTwoPlayers(
  firstAttributes: Record<string, string>,
  secondAttributes: Record<string, string>
): Promise<[JetPlayer, JetPlayer]> {
  const first = await mountVideo(firstAttributes);
  const second = document.createElement('jet-player');
  for (const [name, value] of Object.entries({ src: '/media/film.mp4', muted: '', ...secondAttributes })) second.setAttribute(name, value);
  document.body.append(second);
  await until('both videos have loaded', () => second.readyState >= 2);
  return [first, second];
}

/** Plays the first player and then the second, and returns which of them are paused. */
const playInTurn = async ([first, second]: [JetPlayer, JetPlayer]): Promise<boolean[]> => {
  await first.play();
  await second.play();
  await new Promise((resolve) => second.addEventListener('timeupdate', resolve, { once: true }));
  return [first.paused, second.paused];
};

describe('several players on a page', () => {
  it('play together when none is exclusive', async () =>
    expect(await playInTurn(await mountTwoPlayers({}, {}))).to.deep.equal([false, false]));

  it('pause when an exclusive player starts', async () =>
    expect(await playInTurn(await mountTwoPlayers({}, { exclusive: '' }))).to.deep.equal([true, false]));

  it('pause an exclusive player when another starts', async () =>
    expect(await playInTurn(await mountTwoPlayers({ exclusive: '' }, {}))).to.deep.equal([true, false]));
});

describe('hotkeys="document"', () => {
  it('handles keys on elements of the page, except on those that handle keys themselves', async () => {
    await mountVideo({ hotkeys: 'document' });
    const isHandled = (role: string, name = 'div') => {
      const element = document.body.appendChild(document.createElement(name));
      element.role = role;
      const child = element.appendChild(document.createElement('span'));
      return pressKey(child, 'm').defaultPrevented;
    };
    for (const role of ['main', 'region', 'img', 'listitem', 'table', 'search', 'tabpanel', 'button', 'link'])
      expect(isHandled(role), role).to.equal(true);
    for (const role of ['textbox', 'application', 'menuitem', 'radiogroup', 'slider', 'tab', 'treegrid', 'dialog'])
      expect(isHandled(role), role).to.equal(false);
    expect(isHandled('main', 'main'), '<main role="main">').to.equal(true);
  });

  it('handles keys of the whole page once while there is one player, except in form fields and tabs', async () => {
    const player = await mountVideo({ hotkeys: 'document' });
    const isMuted = () => player.muted;
    expect(pressKey(document.body, 'm').defaultPrevented).to.equal(true);
    expect(isMuted()).to.equal(false);
    const field = document.body.appendChild(document.createElement('textarea'));
    const tab = Object.assign(document.body.appendChild(document.createElement('div')), { role: 'tab' });
    for (const target of [field, tab]) expect(pressKey(target, 'm').defaultPrevented, target.localName).to.equal(false);
    const secondPlayer = document.body.appendChild(document.createElement('jet-player'));
    expect(pressKey(document.body, 'm').defaultPrevented, 'with two players').to.equal(false);
    secondPlayer.remove();
    await Promise.resolve();
    pressKey(player.shadowRoot!.querySelector('.surface')!, 'm');
    expect(isMuted(), 'a key in the player is handled once').to.equal(true);
    player.remove();
    await Promise.resolve();
    expect(pressKey(document.body, 'm').defaultPrevented, 'after the player is removed').to.equal(false);
  });
});
