import { expect } from 'chai';
import { parseClip } from '../../../src/ui/host/clip.js';
import { drawn, has, mount, part, type TestPlayer } from '../mount.js';

const names = (player: TestPlayer): string[] => player.fake.calls.map((call) => call.join(' '));

/** Mutes or unmutes the video, as the command does. */
async function setSound(player: TestPlayer, on: boolean): Promise<void> {
  const volumeChanged = new Promise((resolve) => player.video.addEventListener('volumechange', resolve, { once: true }));
  player.video.muted = !on;
  await volumeChanged;
  player.fake.set({ volume: { muted: !on } });
  await drawn(player);
}

describe('start', () => {
  it('plays every source when autoplay is set', async () => {
    const player = await mount({}, { autoplay: '' });
    player.fake.session.dispatchEvent(new Event('source'));
    player.fake.session.dispatchEvent(new Event('source'));
    expect(names(player)).to.deep.equal(['playback.play', 'playback.play']);
  });

  it('does not play when autoplay is not set', async () => {
    const player = await mount();
    player.fake.session.dispatchEvent(new Event('source'));
    expect(names(player)).to.deep.equal([]);
  });

  it('asks the viewer to play when the browser blocks autoplay, and does not retry', async () => {
    const player = await mount({}, { autoplay: '' });
    player.fake.session.dispatchEvent(new Event('autoplayblocked'));
    player.fake.set({ playback: { autoplayBlocked: true } });
    await drawn(player);
    expect(names(player)).to.deep.equal([]);
    expect(has(player, 'prompt')).to.equal(true);
  });

  it('plays muted and offers to unmute when autoplay-fallback is "muted"', async () => {
    const player = await mount({}, { autoplay: '', 'autoplay-fallback': 'muted' });
    player.fake.session.dispatchEvent(new Event('autoplayblocked'));
    // Not by a command, because commands count as the viewer's choice.
    expect(names(player)).to.deep.equal(['playback.play']);
    expect(player.video.muted).to.equal(true);
    player.fake.set({ volume: { muted: true }, playback: { paused: false, started: true } });
    await drawn(player);
    expect(part(player, 'prompt').textContent!.trim()).to.equal('Click to unmute');
    await setSound(player, true);
    expect(has(player, 'prompt')).to.equal(false);
    await setSound(player, false);
    expect(has(player, 'prompt'), 'muted by the viewer').to.equal(false);
  });

  for (const [attributes, start] of [
    [{ src: 'a.mp4' }, 0],
    [{ src: 'a.mp4', 'start-time': '12.5' }, 12.5],
    [{ src: 'a.m3u8#t=10,20' }, 10],
    [{ src: 'a.m3u8#t=10', 'start-time': '5' }, 5]
  ] as const) {
    it(`with ${JSON.stringify(attributes)} the source is loaded with the start position ${start}`, async () => {
      const player = await mount({}, attributes);
      await new Promise(requestAnimationFrame);
      expect(player.fake.calls.map(([name, , from]) => [name, from])).to.deep.equal([['load', start]]);
    });
  }

  for (const [src, start, end] of [
    ['a.mp4', 0, Infinity],
    ['a.mp4#t=10', 10, Infinity],
    ['a.mp4?t=5#x=1&t=,20.5', 0, 20.5],
    ['a.mp4#t=npt:1:30,0:02:00', 90, 120],
    ['a.mp4#t=20,10', 0, Infinity],
    ['a.mp4#t=smpte:10', 0, Infinity],
    ['a.mp4#t=1:a', 0, Infinity]
  ] as const) {
    it(`${src} is from ${start} to ${end}`, () => expect(parseClip(src)).to.deep.equal({ start, end }));
  }
});
