import { expect } from 'chai';
import { until } from '../../support/until.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';

describe('the attribute withdrawn', () => {
  expectNoThirdPartyRequests();

  it('applies a new list at once, at the same position, and plays on', async () => {
    const player = await mountBuiltPlayer('/demo/media/cmaf/master.m3u8');
    await seekTo(player, 12);
    await player.play();
    await until('the video plays', () => player.currentTime > 12.5);
    player.setAttribute('withdrawn', '11-21');
    await until('the position is after the passage', () => player.currentTime >= 21 && !player.seeking && player.readyState >= 3);
    await until('the video plays on', () => player.currentTime > 21.5 && !player.paused);
    expect(player.player!.state.current.withdrawals.passages).to.deep.equal([{ start: 11, end: 21 }]);
    player.withdrawn = '40-44';
    await until('the new list applies', () => player.player!.state.current.withdrawals.passages[0]?.start === 40);
    await until('the video plays on from the same position', () => player.readyState >= 3 && !player.paused && player.currentTime > 21.5);
    expect(player.currentTime).to.be.lessThan(35);
    player.remove();
  });

  it('ends a clip before the passage in which the clip would end', async () => {
    const attributes = { 'start-time': '19', 'end-time': '23', withdrawn: '21-29' };
    const player = await mountBuiltPlayer('/demo/media/cmaf/master.m3u8', { attributes });
    let endCount = 0;
    player.addEventListener('ended', () => endCount++);
    await player.play();
    await until('the clip ends', () => endCount > 0);
    expect(player.currentTime).to.be.within(20.4, 21);
    expect([endCount, player.ended, player.paused]).to.deep.equal([1, true, true]);
    player.remove();
  });
});
