import { expect } from 'chai';
import { trackOpenResources } from '../../support/open-resources.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an idle player', () => {
  it('renders nothing, runs no timer and removes its listeners', async () => {
    const read = trackOpenResources([window, document]);
    const before = read();
    const player = await mountVideo({ chapters: '/media/chapters.vtt', thumbnails: '/media/thumbnails.vtt', hotkeys: 'document' });
    await player.play();
    await until('it plays', () => player.currentTime > 0.3);
    player.pause();
    await until('it is idle', () => !player.seeking && player.readyState === 4 && player.networkState === 1);
    let drawings = 0;
    player.addController({ hostUpdated: () => drawings++ });
    await player.updateComplete;
    await pause(500);
    drawings = 0;
    const timers = read().timers;
    await pause(3000);
    expect(drawings).to.equal(0);
    // The only timer is the test's own.
    expect(read().timers).to.equal(timers);
    expect(timers).to.be.at.most(before.timers);
    player.remove();
    await until('all is closed', () => read().listeners.length === before.listeners.length);
  });

  it('renders nothing while a pointer moves over it and along the seek bar', async () => {
    const player = await mountVideo({});
    await player.play();
    await until('it plays', () => player.currentTime > 0.3);
    player.pause();
    await pause(700);
    const state = player.player!.state.current;
    let drawings = 0;
    player.addController({ hostUpdated: () => drawings++ });
    await player.updateComplete;
    await new Promise(requestAnimationFrame);
    drawings = 0;
    const slider = player.shadowRoot!.querySelector('[part=seek]')!.shadowRoot!.querySelector('.slider')!;
    const { left, width } = slider.getBoundingClientRect();
    for (let step = 0; step <= 20; step++) {
      const init = { bubbles: true, composed: true, clientX: left + (width * step) / 20, pointerId: 1 };
      player.dispatchEvent(new PointerEvent('pointermove', init));
      slider.dispatchEvent(new PointerEvent('pointermove', init));
      await new Promise(requestAnimationFrame);
    }
    expect(drawings).to.equal(0);
    expect(player.player!.state.current).to.equal(state);
  });
});
