import { expect } from 'chai';
import { parseClip } from '../../../src/ui/host/clip.js';
import { waitForRender, hasPart, mount, part, type TestPlayer } from '../mount.js';

const calledCommands = (player: TestPlayer): string[] => player.fake.calls.map((call) => call.join(' '));

/** Mutes or unmutes the video, as the command does. */
async function setMuted(player: TestPlayer, muted: boolean): Promise<void> {
  const volumeChanged = new Promise((resolve) => player.video.addEventListener('volumechange', resolve, { once: true }));
  player.video.muted = muted;
  await volumeChanged;
  player.fake.set({ volume: { muted } });
  await waitForRender(player);
}

describe('the start of playback', () => {
  it('is requested for every source when autoplay is set', async () => {
    const player = await mount({}, { autoplay: '' });
    player.fake.session.dispatchEvent(new Event('source'));
    player.fake.session.dispatchEvent(new Event('source'));
    expect(calledCommands(player)).to.deep.equal(['playback.play', 'playback.play']);
  });

  it('is not requested when autoplay is not set', async () => {
    const player = await mount();
    player.fake.session.dispatchEvent(new Event('source'));
    expect(calledCommands(player)).to.deep.equal([]);
  });

  it('is left to the viewer, with a prompt, when the browser blocks autoplay', async () => {
    const player = await mount({}, { autoplay: '' });
    player.fake.session.dispatchEvent(new Event('autoplayblocked'));
    player.fake.set({ playback: { autoplayBlocked: true } });
    await waitForRender(player);
    expect(calledCommands(player)).to.deep.equal([]);
    expect(hasPart(player, 'prompt')).to.equal(true);
  });

  it('is muted, with a prompt to unmute, when the browser blocks autoplay and autoplay-fallback is "muted"', async () => {
    const player = await mount({}, { autoplay: '', 'autoplay-fallback': 'muted' });
    player.fake.session.dispatchEvent(new Event('autoplayblocked'));
    // The player is not muted by a command, because commands count as the viewer's choice.
    expect(calledCommands(player)).to.deep.equal(['playback.play']);
    expect(player.video.muted).to.equal(true);
    player.fake.set({ volume: { muted: true }, playback: { paused: false, started: true } });
    await waitForRender(player);
    expect(part(player, 'prompt').textContent!.trim()).to.equal('Click to unmute');
    await setMuted(player, false);
    expect(hasPart(player, 'prompt')).to.equal(false);
    await setMuted(player, true);
    expect(hasPart(player, 'prompt'), 'muted by the viewer').to.equal(false);
  });

  for (const [attributes, start] of [
    [{ src: 'a.mp4' }, 0],
    [{ src: 'a.mp4', 'start-time': '12.5' }, 12.5],
    [{ src: 'a.m3u8#t=10,20' }, 10],
    [{ src: 'a.m3u8#t=10', 'start-time': '5' }, 5]
  ] as const) {
    it(`is at ${start} s when the attributes are ${JSON.stringify(attributes)}`, async () => {
      const player = await mount({}, attributes);
      await new Promise(requestAnimationFrame);
      expect(player.fake.calls.map(([name, , startTime]) => [name, startTime])).to.deep.equal([['load', start]]);
    });
  }
});

describe('parseClip()', () => {
  for (const [src, start, end] of [
    ['a.mp4', 0, Infinity],
    ['a.mp4#t=10', 10, Infinity],
    ['a.mp4?t=5#x=1&t=,20.5', 0, 20.5],
    ['a.mp4#t=npt:1:30,0:02:00', 90, 120],
    ['a.mp4#t=20,10', 0, Infinity],
    ['a.mp4#t=smpte:10', 0, Infinity],
    ['a.mp4#t=1:a', 0, Infinity]
  ] as const) {
    it(`returns ${start} to ${end} for ${src}`, () => expect(parseClip(src)).to.deep.equal({ start, end }));
  }
});
