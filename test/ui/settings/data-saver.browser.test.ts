import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

// These tests use the built element, with its engines and chunks.
const address = '/dist/jet-player.js';

/** Adds the shipped player in the size of the demo's large page, which waits for `play`. */
async function shipped(src: string, attributes: Readonly<Record<string, string>> = {}): Promise<JetPlayer> {
  await import(address);
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  player.style.inlineSize = '1280px';
  for (const [name, value] of Object.entries({ src, muted: '', load: 'play', ...attributes })) player.setAttribute(name, value);
  document.body.append(player);
  await player.updateComplete;
  return player;
}

const menuOf = (player: JetPlayer) => player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]');

/** Turns the data saver on or off with two clicks: on the button of the settings, and on the item. */
async function twoClicks(player: JetPlayer): Promise<void> {
  player.dispatchEvent(new PointerEvent('pointerenter'));
  await until('the menu is there', () => Boolean(menuOf(player)?.shadowRoot?.querySelector('button')));
  menuOf(player)!.shadowRoot!.querySelector('button')!.click();
  await menuOf(player)!.updateComplete;
  menuOf(player)!.shadowRoot!.querySelector<HTMLElement>('[data-key=data-saver]')!.click();
}

/** Plays until so many seconds of the video are buffered, and returns the bytes that the player received. */
async function bytesOf(player: JetPlayer, seconds: number): Promise<number> {
  await player.play();
  await until('it has loaded', () => player.buffered.length > 0 && player.buffered.end(player.buffered.length - 1) >= seconds);
  const { contacted } = player.privacyReport();
  player.remove();
  return contacted.reduce((sum, { bytes }) => sum + bytes, 0);
}

describe('the data saver', () => {
  expectNoThirdPartyRequests();

  // Each engine buffers that much before playback goes on.
  for (const [src, seconds] of [
    ['/media/cmaf/master.m3u8', 28],
    ['/media/cmaf/manifest.mpd', 16]
  ] as const) {
    it(`needs at most half of the bytes, after two clicks: ${src}`, async () => {
      const without = await bytesOf(await shipped(src), seconds);
      const saving = await shipped(src);
      await twoClicks(saving);
      const withSaver = await bytesOf(saving, seconds);
      expect(withSaver).to.be.greaterThan(200_000);
      expect(withSaver / without).to.be.at.most(0.5);
      // Canary: without the clicks, a second player needs more than that; how much more depends on what else the machine does.
      expect((await bytesOf(await shipped(src), seconds)) / without).to.be.greaterThan(0.5);
    });
  }

  it('stays on for the next source, and a choice of a quality turns it off', async () => {
    const player = await shipped('/media/cmaf/master.m3u8');
    await twoClicks(player);
    await player.play();
    const saves = () => {
      const { quality } = player.player!.state.current;
      return quality.renditions.find(({ id }) => id === quality.choice)?.height === 240;
    };
    await until('the smallest rendition is chosen', saves);
    player.src = '/media/ts/master.m3u8';
    await until(
      'the next source has loaded',
      () => player.currentSrc.includes('/ts/') && player.player!.state.current.quality.renditions.length > 1
    );
    await until('the smallest rendition is chosen again', saves);
    player.player!.quality.choose('auto');
    expect(player.player!.state.current.quality.dataSaver).to.equal(false);
    player.remove();
  });

  it('is remembered only with storage', async () => {
    sessionStorage.clear();
    const isOn = (player: JetPlayer) => player.player!.state.current.quality.dataSaver;
    const src = '/media/cmaf/master.m3u8';
    const forgetful = await shipped(src);
    await twoClicks(forgetful);
    await forgetful.play();
    await until('it plays', () => forgetful.currentTime > 0);
    expect([isOn(forgetful), sessionStorage.length]).to.deep.equal([true, 0]);
    const remembering = await shipped(src, { storage: 'session' });
    expect(isOn(remembering), 'nothing was stored').to.equal(false);
    await twoClicks(remembering);
    await remembering.play();
    await until('it is stored', () => sessionStorage.getItem('jet-player')?.includes('"dataSaver":true') === true);
    expect(sessionStorage.getItem('jet-player'), 'the rendition is no choice of the viewer').not.to.contain('"quality"');
    const next = await shipped(src, { storage: 'session' });
    await until('it is restored', () => isOn(next));
    await twoClicks(next);
    await next.play();
    await until('it is forgotten', () => sessionStorage.getItem('jet-player')?.includes('dataSaver') === false);
    next.remove();
    sessionStorage.clear();
  });

  it('reads neither Save-Data nor the network information', async () => {
    let reads = 0;
    Object.defineProperty(navigator, 'connection', { configurable: true, get: () => (reads++, { saveData: true, effectiveType: '2g' }) });
    try {
      const player = await shipped('/media/cmaf/master.m3u8');
      await player.play();
      await until('it plays', () => player.currentTime > 0.5);
      expect([reads, player.player!.state.current.quality.dataSaver]).to.deep.equal([0, false]);
      player.remove();
      expect((navigator as unknown as { connection: { saveData: boolean } }).connection.saveData, 'canary').to.equal(true);
      expect(reads).to.equal(1);
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });
});
