import { expect } from 'chai';
import { trackOpenResources } from '../../support/open-resources.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an idle player', () => {
  it('renders nothing and runs no timer, and removes its listeners when it is removed', async () => {
    const openResources = trackOpenResources([window, document]);
    const initial = openResources();
    const player = await mountVideo({ chapters: '/media/chapters.vtt', thumbnails: '/media/thumbnails.vtt', hotkeys: 'document' });
    await player.play();
    await until('the video plays', () => player.currentTime > 0.3);
    player.pause();
    await until('the player is idle', () => !player.seeking && player.readyState === 4 && player.networkState === 1);
    let renderCount = 0;
    player.addController({ hostUpdated: () => renderCount++ });
    // The last change of state may be rendered and announced later.
    let earlierCount: number;
    do {
      earlierCount = renderCount;
      await wait(1000);
    } while (renderCount !== earlierCount);
    renderCount = 0;
    const timers = openResources().timers;
    await wait(3000);
    expect(renderCount).to.equal(0);
    // The only timer is the test's own.
    expect(openResources().timers).to.equal(timers);
    expect(timers).to.be.at.most(initial.timers);
    player.remove();
    await until('the listeners are removed', () => openResources().listeners.length === initial.listeners.length);
  });

  it('renders nothing while a pointer moves over it and along the seek bar', async () => {
    const player = await mountVideo({});
    await player.play();
    await until('the video plays', () => player.currentTime > 0.3);
    player.pause();
    await wait(700);
    const state = player.player!.state.current;
    let renderCount = 0;
    player.addController({ hostUpdated: () => renderCount++ });
    await player.updateComplete;
    await new Promise(requestAnimationFrame);
    renderCount = 0;
    const slider = player.shadowRoot!.querySelector('[part=seek]')!.shadowRoot!.querySelector('.slider')!;
    const { left, width } = slider.getBoundingClientRect();
    for (let step = 0; step <= 20; step++) {
      const init = { bubbles: true, composed: true, clientX: left + (width * step) / 20, pointerId: 1 };
      player.dispatchEvent(new PointerEvent('pointermove', init));
      slider.dispatchEvent(new PointerEvent('pointermove', init));
      await new Promise(requestAnimationFrame);
    }
    expect(renderCount).to.equal(0);
    expect(player.player!.state.current).to.equal(state);
  });
});
