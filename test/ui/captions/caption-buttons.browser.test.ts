import { expect } from 'chai';
import { hasPart, mount, part, playingState } from '../mount.js';

const stateWithDescriptions = { ...playingState, descriptions: { available: true, active: false, text: '' } };

describe('the buttons for captions and audio description', () => {
  for (const width of [240, 280, 320, 375, 430, 640, 1280]) {
    it(`are visible inside a player of ${width} px, as the play button is`, async () => {
      const player = await mount(stateWithDescriptions);
      player.style.inlineSize = `${width}px`;
      const frame = player.getBoundingClientRect();
      for (const name of ['play', 'captions', 'description', 'settings', 'fullscreen']) {
        const button = part(player, name);
        const { left, right } = button.getBoundingClientRect();
        expect(button.checkVisibility(), `${name} is visible`).to.equal(true);
        expect(left >= frame.left && right <= frame.right, `${name} is inside`).to.equal(true);
      }
    });
  }

  it('do not include audio description when the video has none', async () =>
    expect(hasPart(await mount(playingState), 'description')).to.equal(false));

  it('expose whether audio description is on, and toggle it', async () => {
    const player = await mount({ ...stateWithDescriptions, descriptions: { ...stateWithDescriptions.descriptions, active: true } });
    const button = part(player, 'description');
    expect([button.ariaLabel, button.ariaPressed]).to.deep.equal(['Audio description', 'true']);
    button.click();
    expect(player.fake.calls.at(-1)).to.deep.equal(['descriptions.toggle']);
  });
});
