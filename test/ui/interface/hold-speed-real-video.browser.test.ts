import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

/** Fires an event of a mouse in the middle of the video. */
const firePointer = (player: JetPlayer, type: string) => {
  const surface = player.shadowRoot!.querySelector('[part=surface]')!;
  const { left, top, width, height } = surface.getBoundingClientRect();
  const position = { clientX: left + width / 2, clientY: top + height / 2 };
  surface.dispatchEvent(
    new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType: 'mouse', ...position })
  );
};

/** Plays the demo video at a speed of 1.25 that the viewer has chosen, and begins a hold. */
async function mountAndHold(): Promise<JetPlayer> {
  sessionStorage.clear();
  const player = await mountVideo({ storage: 'session', loop: '' });
  player.player!.playback.setRate(1.25);
  await player.play();
  await until('the shortcuts have loaded', () => player.shadowRoot!.querySelector('jet-menu[part=settings]') !== null);
  await until('the speed is stored', () => sessionStorage.getItem('jet-player')?.includes('"rate":1.25') === true);
  firePointer(player, 'pointerdown');
  await until('double speed has begun', () => player.video.playbackRate === 2);
  return player;
}

describe('a hold for double speed on a real video', () => {
  expectNoThirdPartyRequests();
  afterEach(() => sessionStorage.clear());

  it('changes neither the chosen speed nor the stored one, and restores the chosen speed when it ends', async () => {
    const player = await mountAndHold();
    expect(player.player!.state.current.playback.rate).to.equal(1.25);
    player.player!.volume.setLevel(0.4);
    await until('another choice is stored', () => sessionStorage.getItem('jet-player')?.includes('"level":0.4') === true);
    expect(sessionStorage.getItem('jet-player')).to.contain('"rate":1.25');
    firePointer(player, 'pointerup');
    firePointer(player, 'click');
    expect([player.video.playbackRate, player.paused]).to.deep.equal([1.25, false]);
  });

  it('ends when the source changes, and the new source has the chosen speed', async () => {
    const player = await mountAndHold();
    player.src = '/media/film.mp4?other';
    await until('the other source has loaded', () => player.currentSrc.endsWith('other') && player.readyState >= 2);
    expect([player.video.playbackRate, player.player!.state.current.playback.rate]).to.deep.equal([1.25, 1.25]);
  });
});
