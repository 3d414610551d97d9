import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';

const point = (player: JetPlayer, type: string) => {
  const surface = player.shadowRoot!.querySelector('[part=surface]')!;
  const { left, top, width, height } = surface.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  surface.dispatchEvent(
    new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType: 'mouse', ...at })
  );
};

/** Plays the demo video at the viewer's speed, and begins a hold. */
async function held(): Promise<JetPlayer> {
  sessionStorage.clear();
  const player = await mountVideo({ storage: 'session', loop: '' });
  player.player!.playback.setRate(1.25);
  await player.play();
  await until('the shortcuts have loaded', () => player.shadowRoot!.querySelector('jet-menu[part=settings]') !== null);
  await until('the speed is stored', () => sessionStorage.getItem('jet-player')?.includes('"rate":1.25') === true);
  point(player, 'pointerdown');
  await until('double speed has begun', () => player.video.playbackRate === 2);
  return player;
}

describe('a hold on a real video', () => {
  expectNoThirdPartyRequests();
  afterEach(() => sessionStorage.clear());

  it('changes neither the viewer’s speed nor what is stored, and the speed before comes back', async () => {
    const player = await held();
    expect(player.player!.state.current.playback.rate).to.equal(1.25);
    player.player!.volume.setLevel(0.4);
    await until('another choice is stored', () => sessionStorage.getItem('jet-player')?.includes('"level":0.4') === true);
    expect(sessionStorage.getItem('jet-player')).to.contain('"rate":1.25');
    point(player, 'pointerup');
    point(player, 'click');
    expect([player.video.playbackRate, player.paused]).to.deep.equal([1.25, false]);
  });

  it('ends when the source changes, which plays at the viewer’s speed', async () => {
    const player = await held();
    player.src = '/media/film.mp4?other';
    await until('the other source has loaded', () => player.currentSrc.endsWith('other') && player.readyState >= 2);
    expect([player.video.playbackRate, player.player!.state.current.playback.rate]).to.deep.equal([1.25, 1.25]);
  });
});
