import { expect } from 'chai';
import { pressKey } from '../mount.js';
import { mountVideo } from '../mount-video.js';

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

  it('handles keys of the page after a paused player was moved', async () => {
    const player = await mountVideo({ hotkeys: 'document' });
    player.pause();
    await player.updateComplete;
    document.body.append(player);
    await player.updateComplete;
    expect(pressKey(document.body, 'm').defaultPrevented).to.equal(true);
  });
});
