import { expect } from 'chai';
import { volume, type VolumeState } from '../../../src/media/features/volume.js';
import type { FeatureContext } from '../../../src/media/features/feature-context.js';

/** Sets up the volume feature on a real video element. */
function createVolume() {
  const video = document.createElement('video');
  let state: VolumeState = volume.initial;
  const context = { video, signal: new AbortController().signal } as unknown as FeatureContext;
  const commands = volume.setup(context, (patch) => (state = { ...state, ...patch }));
  const volumeChange = () => new Promise((resolve) => video.addEventListener('volumechange', resolve, { once: true }));
  return { video, commands, volumeChange, state: () => state };
}

describe('volume', () => {
  it('toggleMuted() mutes and unmutes the audio, and keeps the level', async () => {
    const { video, commands, volumeChange, state } = createVolume();
    commands.setLevel(0.3);
    await volumeChange();
    commands.toggleMuted();
    await volumeChange();
    expect(state()).to.deep.equal({ level: 0.3, muted: true });
    commands.toggleMuted();
    await volumeChange();
    expect([video.volume, video.muted]).to.deep.equal([0.3, false]);
  });

  for (const muted of [false, true]) {
    it(`toggleMuted() restores the last audible level when the level is 0${muted ? ' and the audio muted' : ''}`, async () => {
      const { video, commands, volumeChange } = createVolume();
      commands.setLevel(0.4);
      await volumeChange();
      commands.setLevel(0);
      commands.setMuted(muted);
      await volumeChange();
      commands.toggleMuted();
      expect([video.volume, video.muted]).to.deep.equal([0.4, false]);
    });
  }

  it('toggleMuted() sets an audible level after the level was lowered to 0 step by step', async () => {
    const { video, commands, volumeChange } = createVolume();
    for (const level of [0.2, 0.02, 0]) {
      commands.setLevel(level);
      await volumeChange();
    }
    commands.toggleMuted();
    expect([video.volume, video.muted]).to.deep.equal([0.1, false]);
  });
});
