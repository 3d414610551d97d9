import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';

// The element of the build, with its engines and chunks; in a variable, so that TypeScript does not look for the module.
const moduleUrl = '/dist/jet-player.js';

/** Mounts the player of the build, 1280 pixels wide, which loads its source when it plays. */
async function mountLargePlayer(src: string, attributes: Readonly<Record<string, string>> = {}): Promise<JetPlayer> {
  await import(moduleUrl);
  document.body.replaceChildren();
  const player = document.createElement('jet-player');
  player.style.inlineSize = '1280px';
  for (const [name, value] of Object.entries({ src, muted: '', load: 'play', ...attributes })) player.setAttribute(name, value);
  document.body.append(player);
  await player.updateComplete;
  return player;
}

const settingsMenu = (player: JetPlayer) => player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]');

/** Turns the data saver on or off with two clicks: on the button of the settings, and on the item. */
async function toggleWithTwoClicks(player: JetPlayer): Promise<void> {
  player.dispatchEvent(new PointerEvent('pointerenter'));
  await until('the menu is rendered', () => Boolean(settingsMenu(player)?.shadowRoot?.querySelector('button')));
  settingsMenu(player)!.shadowRoot!.querySelector('button')!.click();
  await settingsMenu(player)!.updateComplete;
  settingsMenu(player)!.shadowRoot!.querySelector<HTMLElement>('[data-key=data-saver]')!.click();
}

/** Plays until the video is buffered up to this time, and returns the number of bytes that the player has received. */
async function bytesUntilBuffered(player: JetPlayer, seconds: number): Promise<number> {
  await player.play();
  await until(
    'enough of the video is buffered',
    () => player.buffered.length > 0 && player.buffered.end(player.buffered.length - 1) >= seconds
  );
  const { contacted } = player.privacyReport();
  player.remove();
  return contacted.reduce((sum, { bytes }) => sum + bytes, 0);
}

describe('the data saver', () => {
  expectNoThirdPartyRequests();

  // Each engine buffers up to this time before playback continues.
  for (const [src, seconds] of [
    ['/media/cmaf/master.m3u8', 28],
    ['/media/cmaf/manifest.mpd', 16]
  ] as const) {
    it(`reduces the received bytes to at most half, after two clicks: ${src}`, async () => {
      const bytesWithout = await bytesUntilBuffered(await mountLargePlayer(src), seconds);
      const savingPlayer = await mountLargePlayer(src);
      await toggleWithTwoClicks(savingPlayer);
      const bytesWith = await bytesUntilBuffered(savingPlayer, seconds);
      expect(bytesWith).to.be.greaterThan(200_000);
      expect(bytesWith / bytesWithout).to.be.at.most(0.5);
      // Canary: without the clicks, a second player receives more than half; how much more depends on the load of the machine.
      expect((await bytesUntilBuffered(await mountLargePlayer(src), seconds)) / bytesWithout).to.be.greaterThan(0.5);
    });
  }

  it('stays on for the next source, until a quality is chosen', async () => {
    const player = await mountLargePlayer('/media/cmaf/master.m3u8');
    await toggleWithTwoClicks(player);
    await player.play();
    const hasSmallestRendition = () => {
      const { quality } = player.player!.state.current;
      return quality.renditions.find(({ id }) => id === quality.choice)?.height === 240;
    };
    await until('the smallest rendition is chosen', hasSmallestRendition);
    player.src = '/media/ts/master.m3u8';
    await until(
      'the next source has loaded',
      () => player.currentSrc.includes('/ts/') && player.player!.state.current.quality.renditions.length > 1
    );
    await until('the smallest rendition is chosen again', hasSmallestRendition);
    player.player!.quality.choose('auto');
    expect(player.player!.state.current.quality.dataSaver).to.equal(false);
    player.remove();
  });

  it('is stored only when storage is set', async () => {
    sessionStorage.clear();
    const isOn = (player: JetPlayer) => player.player!.state.current.quality.dataSaver;
    const src = '/media/cmaf/master.m3u8';
    const playerWithoutStorage = await mountLargePlayer(src);
    await toggleWithTwoClicks(playerWithoutStorage);
    await playerWithoutStorage.play();
    await until('the video plays', () => playerWithoutStorage.currentTime > 0);
    expect([isOn(playerWithoutStorage), sessionStorage.length]).to.deep.equal([true, 0]);
    const playerWithStorage = await mountLargePlayer(src, { storage: 'session' });
    expect(isOn(playerWithStorage), 'nothing was stored').to.equal(false);
    await toggleWithTwoClicks(playerWithStorage);
    await playerWithStorage.play();
    await until('the data saver is stored', () => sessionStorage.getItem('jet-player')?.includes('"dataSaver":true') === true);
    expect(sessionStorage.getItem('jet-player'), 'the rendition is not stored as a choice of the viewer').not.to.contain('"quality"');
    const nextPlayer = await mountLargePlayer(src, { storage: 'session' });
    await until('the data saver is restored', () => isOn(nextPlayer));
    await toggleWithTwoClicks(nextPlayer);
    await nextPlayer.play();
    await until('the data saver is no longer stored', () => sessionStorage.getItem('jet-player')?.includes('dataSaver') === false);
    nextPlayer.remove();
    sessionStorage.clear();
  });

  it('reads neither saveData nor effectiveType of navigator.connection', async () => {
    let reads = 0;
    Object.defineProperty(navigator, 'connection', { configurable: true, get: () => (reads++, { saveData: true, effectiveType: '2g' }) });
    try {
      const player = await mountLargePlayer('/media/cmaf/master.m3u8');
      await player.play();
      await until('the video plays', () => player.currentTime > 0.5);
      expect([reads, player.player!.state.current.quality.dataSaver]).to.deep.equal([0, false]);
      player.remove();
      expect((navigator as unknown as { connection: { saveData: boolean } }).connection.saveData, 'canary').to.equal(true);
      expect(reads).to.equal(1);
    } finally {
      Reflect.deleteProperty(navigator, 'connection');
    }
  });
});
