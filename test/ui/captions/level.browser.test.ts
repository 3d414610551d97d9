import { expect } from 'chai';
import { has, mount, part, playing } from '../mount.js';

const described = { ...playing, descriptions: { available: true, active: false, text: '' } };

describe('captions and audio description are at the same level as play', () => {
  for (const width of [240, 280, 320, 375, 430, 640, 1280]) {
    it(`at ${width} px`, async () => {
      const player = await mount(described);
      player.style.inlineSize = `${width}px`;
      const frame = player.getBoundingClientRect();
      for (const name of ['play', 'captions', 'description', 'settings', 'fullscreen']) {
        const button = part(player, name);
        const { left, right } = button.getBoundingClientRect();
        expect(button.checkVisibility(), `${name} is to be seen`).to.equal(true);
        expect(left >= frame.left && right <= frame.right, `${name} is inside`).to.equal(true);
      }
    });
  }

  it('has no button without audio description', async () => expect(has(await mount(playing), 'description')).to.equal(false));

  it('exposes whether it is on, and toggles', async () => {
    const player = await mount({ ...described, descriptions: { ...described.descriptions, active: true } });
    const button = part(player, 'description');
    expect([button.ariaLabel, button.ariaPressed]).to.deep.equal(['Audio description', 'true']);
    button.click();
    expect(player.fake.calls.at(-1)).to.deep.equal(['descriptions.toggle']);
  });
});
