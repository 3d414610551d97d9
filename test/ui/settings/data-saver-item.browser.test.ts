import { expect } from 'chai';
import { until } from '../../support/until.js';
import { drawn, mount, part, playing, type TestPlayer } from '../mount.js';

describe('the data saver item of the menu', () => {
  const item = async (player: TestPlayer) => {
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.shadowRoot!.querySelector('button')!.click();
    await menu.updateComplete;
    return menu.shadowRoot!.querySelector<HTMLElement>('[data-key=data-saver]');
  };

  it('is a check box in the first level of the menu, and announces what it did', async () => {
    const player = await mount(playing);
    const row = await item(player);
    expect([row!.role, row!.ariaChecked, row!.querySelector('[part=tick]')]).to.deep.equal(['menuitemcheckbox', 'false', null]);
    row!.click();
    expect(player.fake.calls).to.deep.equal([['quality.setDataSaver', true]]);
    player.fake.set({ quality: { dataSaver: true } });
    await drawn(player);
    expect(part(player, 'notice').textContent!.trim()).to.equal('Data saver on');
    await until('it is announced', () => part(player, 'announcement').textContent === 'Data saver on');
    const checked = (await item(player))!;
    expect(checked.ariaChecked).to.equal('true');
    expect(checked.querySelector('[part=tick] svg'), 'a tick, because colour alone says nothing to many').not.to.equal(null);
  });

  it('is there before a source has loaded, but not for a file', async () => {
    expect(await item(await mount())).not.to.equal(null);
    expect(await item(await mount({ time: { duration: 60 } }))).to.equal(null);
  });
});
