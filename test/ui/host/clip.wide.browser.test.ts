import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountVideo } from '../mount-video.js';
import { videoUrl, recordEvents } from './clip.js';

describe('a clip of a video', () => {
  expectNoThirdPartyRequests();

  it('is followed by the next entry of a playlist', async () => {
    const player = await mountVideo({ id: 'player' });
    const playlist = document.createElement('jet-playlist');
    Object.assign(playlist, { htmlFor: 'player', autonext: true });
    const links = ['0,0.6', '3,3.6', '9,9.6'].map((range) =>
      Object.assign(document.createElement('a'), { href: `${videoUrl}#t=${range}` })
    );
    playlist.append(...links);
    document.body.append(playlist);
    links[0]!.click();
    await until('the last entry plays', () => links[2]!.ariaCurrent === 'true' && player.currentTime > 9.1 && !player.paused);
    const log = recordEvents(player, 'ended');
    await until('the last entry ends', () => log.length > 0);
    expect(player.currentTime).to.be.within(9.6, 11);
  });
});
