import { expect } from 'chai';
import type { JetPlayer } from '../../src/index.js';
import { staySilent } from '../support/second-origin.js';
import { stage } from '../support/stage.js';
import { unless, webKitGtk } from '../support/unless.js';
import { until } from '../support/until.js';
import { mistakes } from './mistakes.js';

/** A `<jet-player>` of the built module, in the page until the test ends. */
async function shipped(): Promise<JetPlayer> {
  const address = '/dist/jet-player.js';
  await import(address);
  const element = document.createElement('jet-player');
  document.body.append(element);
  return element;
}

describe('bad input ends in one error with its own code, and on a screen that says so', () => {
  let element: JetPlayer;
  beforeEach(async () => void (element = await shipped()));
  afterEach(() => element.remove());
  staySilent();

  for (const { title, source, code } of mistakes) {
    it(title, async () => {
      const errors: string[] = [];
      element.addEventListener('jet-error', ({ detail }) => errors.push(detail.code));
      element.setAttribute('type', source.type ?? '');
      element.setAttribute('src', source.src);
      await until('it failed', () => errors.length > 0);
      await element.updateComplete;
      expect(errors).to.deep.equal([code]);
      expect(element.error?.message).to.match(new RegExp(`^${code}: [A-Z].*\\.$`));
      const screen = element.shadowRoot!.querySelector('[role=alert]')!;
      expect(screen.textContent).to.match(/[A-Z][^.]+\./, 'a sentence');
      expect(screen.textContent).to.contain(code);
      expect(screen.querySelector('[part=retry]'), 'a way back').to.be.instanceOf(HTMLButtonElement);
    });
  }

  it('Retry asks again, and plays once the source is there', async () => {
    element.setAttribute('src', '/media/none.mp4');
    await until('it failed', () => element.error !== null);
    await element.updateComplete;
    let failures = 0;
    element.addEventListener('jet-error', () => failures++);
    element.shadowRoot!.querySelector<HTMLButtonElement>('[part=retry]')!.click();
    await until('it failed again', () => failures === 1);
    element.muted = true;
    element.setAttribute('src', '/media/film.mp4');
    await element.play();
    await until('it plays', () => element.currentTime > 0);
    expect(element.error).to.equal(null);
  });
});

describe('a playlist that leaves out what nobody has seen', () => {
  let element: JetPlayer;
  beforeEach(async () => void (element = await shipped()));
  afterEach(() => element.remove());
  staySilent();

  const segments = [1, 2, 3].map((number) => `#EXTINF:2,\n/media/cmaf/video-240/${number}.m4s\n`).join('');
  for (const count of ['-1', '4000000000', '"4000000000"', '90000\n#EXT-X-SKIP:SKIPPED-SEGMENTS=90000']) {
    it(`is refused: ${JSON.stringify(count)}`, async () => {
      const errors: string[] = [];
      element.addEventListener('jet-error', ({ detail }) => errors.push(detail.code));
      element.setAttribute('type', 'application/vnd.apple.mpegurl');
      const playlist = `#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-MAP:URI="/media/cmaf/video-240/init.mp4"\n#EXT-X-SKIP:SKIPPED-SEGMENTS=${count}\n${segments}#EXT-X-ENDLIST\n`;
      element.setAttribute('src', `data:application/vnd.apple.mpegurl,${encodeURIComponent(playlist)}`);
      await until('it failed', () => errors.length > 0);
      expect(errors).to.deep.equal(['manifest/malformed']);
    });
  }
});

describe('an address without extension', () => {
  staySilent();

  unless(webKitGtk && 'WebKitGTK plays no blob: file, in a bare video either')('is played as what it holds', async () => {
    const film = await (await fetch('/media/film.mp4')).blob();
    const address = URL.createObjectURL(film);
    const at = await stage();
    await at.play(address);
    expect(at.player.session.engineName).to.equal('native');
    at.leave();
    URL.revokeObjectURL(address);
  });
});
