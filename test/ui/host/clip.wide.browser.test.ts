import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';
import { address, recordEvents } from './clip.js';

describe('a clip of a video', () => {
  expectNoThirdPartyRequests();

  it('is followed by the next entry of a playlist', async () => {
    const player = await mountVideo({ id: 'films' });
    const playlist = document.createElement('jet-playlist');
    Object.assign(playlist, { htmlFor: 'films', autonext: true });
    const links = ['0,0.6', '3,3.6', '9,9.6'].map((part) => Object.assign(document.createElement('a'), { href: `${address}#t=${part}` }));
    playlist.append(...links);
    document.body.append(playlist);
    links[0]!.click();
    await until('the last plays', () => links[2]!.ariaCurrent === 'true' && player.currentTime > 9.1 && !player.paused);
    const log = recordEvents(player, 'ended');
    await until('it ends', () => log.length > 0);
    expect(player.currentTime).to.be.within(9.6, 11);
  });
});
