import { expect } from 'chai';
import { until } from '../../support/until.js';
import { waitForRender, mount, part, playingState, type TestPlayer } from '../mount.js';

describe('the data saver item of the settings menu', () => {
  const openMenuAndFindItem = async (player: TestPlayer) => {
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    await menu.updateComplete;
    return menu.shadowRoot!.querySelector<HTMLElement>('[data-key=data-saver]');
  };

  it('is a check box in the first level of the menu, and its result is announced', async () => {
    const player = await mount(playingState);
    const item = await openMenuAndFindItem(player);
    expect([item!.role, item!.ariaChecked, item!.querySelector('[part=tick]')]).to.deep.equal(['menuitemcheckbox', 'false', null]);
    item!.click();
    expect(player.fake.calls).to.deep.equal([['quality.setDataSaver', true]]);
    player.fake.set({ quality: { dataSaver: true } });
    await waitForRender(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Data saver on');
    await until('the result is announced', () => part(player, 'announcement').textContent === 'Data saver on');
    const checkedItem = (await openMenuAndFindItem(player))!;
    expect(checkedItem.ariaChecked).to.equal('true');
    expect(checkedItem.querySelector('[part=tick] svg'), 'a tick, because colour alone is not enough').not.to.equal(null);
  });

  it('is in the menu before a source has loaded, but not for a file', async () => {
    expect(await openMenuAndFindItem(await mount())).not.to.equal(null);
    expect(await openMenuAndFindItem(await mount({ time: { duration: 60 } }))).to.equal(null);
  });
});
