import { expect } from 'chai';
import { volume, type VolumeState } from '../../../src/media/features/volume.js';
import type { FeatureContext } from '../../../src/media/features/feature-context.js';

/** The feature on a real video element. */
function make() {
  const video = document.createElement('video');
  let state: VolumeState = volume.initial;
  const context = { video, signal: new AbortController().signal } as unknown as FeatureContext;
  const commands = volume.setup(context, (patch) => (state = { ...state, ...patch }));
  const changed = () => new Promise((resolve) => video.addEventListener('volumechange', resolve, { once: true }));
  return { video, commands, changed, state: () => state };
}

describe('volume', () => {
  it('keeps the level when the audio is muted and unmuted', async () => {
    const { video, commands, changed, state } = make();
    commands.setLevel(0.3);
    await changed();
    commands.toggleMuted();
    await changed();
    expect(state()).to.deep.equal({ level: 0.3, muted: true });
    commands.toggleMuted();
    await changed();
    expect([video.volume, video.muted]).to.deep.equal([0.3, false]);
  });

  for (const muted of [false, true]) {
    it(`continues from the last audible level when the level is 0${muted ? ' and the audio muted' : ''}`, async () => {
      const { video, commands, changed } = make();
      commands.setLevel(0.4);
      await changed();
      commands.setLevel(0);
      commands.setMuted(muted);
      await changed();
      commands.toggleMuted();
      expect([video.volume, video.muted]).to.deep.equal([0.4, false]);
    });
  }

  it('continues audibly after the level was lowered to 0 step by step', async () => {
    const { video, commands, changed } = make();
    for (const level of [0.2, 0.02, 0]) {
      commands.setLevel(level);
      await changed();
    }
    commands.toggleMuted();
    expect([video.volume, video.muted]).to.deep.equal([0.1, false]);
  });
});
