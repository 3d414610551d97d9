import { expect } from 'chai';
import { de } from '../../../src/i18n/locales/de.js';
import { en } from '../../../src/i18n/locales/en.js';
import { errorCodes, PlayerError } from '../../../src/media/index.js';
import { hasPart, mount, part } from '../mount.js';

describe('the error screen', () => {
  for (const code of errorCodes) {
    it(`shows a sentence, the code, the host and a retry button when the error is ${code}`, async () => {
      const error = new PlayerError(code, 'For developers.', { url: 'https://media.example/film.m3u8' });
      const player = await mount({ source: { status: 'failed', error } });
      const screen = part(player, 'error');
      expect(screen.role).to.equal('alert');
      expect(screen.querySelector('p')!.textContent).to.equal(en.errors[code]);
      expect(screen.querySelector('.code')!.textContent).to.equal(`${code} · media.example`);
      expect(hasPart(player, 'retry'), 'a retry button').to.equal(true);
      expect(hasPart(player, 'big-play')).to.equal(false);
    });
  }

  it('retries when "Try again" is pressed', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('network/offline', '') } });
    part(player, 'retry').click();
    expect(player.fake.calls).to.deep.equal([['source.retry']]);
  });

  it('offers details before "Try again" when a host was blocked', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('policy/blocked', '') } });
    const buttons = [...part(player, 'error').querySelectorAll('button')];
    expect(buttons.map((button) => [button.getAttribute('part'), button.className])).to.deep.equal([
      ['error-details', 'main'],
      ['retry', '']
    ]);
  });

  it('opens the privacy panel when the details of a blocked host are requested', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('policy/blocked', '') } });
    part(player, 'error-details').click();
    await player.updateComplete;
    expect(part<HTMLElementTagNameMap['jet-dialog']>(player, 'panel').open).to.equal(true);
  });

  it('uses the language of the lang attribute', async () => {
    const player = await mount({ source: { status: 'failed', error: new PlayerError('network/offline', '') } }, { lang: 'de-AT' });
    const retry = () => part(player, 'retry').textContent!.trim();
    for (let tries = 0; retry() !== de.retry && tries < 100; tries++) await new Promise(requestAnimationFrame);
    expect(retry()).to.equal(de.retry);
  });
});
