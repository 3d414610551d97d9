import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';

describe('an HLS quality that two hosts have', () => {
  const { fetch } = window;
  const requested: string[] = [];
  let mounted: MountedPlayer;
  before(async () => {
    // Before the player is loaded, which keeps the function that it finds.
    window.fetch = (input, init) => {
      const { url } = new Request(input, init);
      requested.push(url);
      return url.endsWith('?host=a') ? Promise.resolve(new Response('', { status: 404 })) : fetch(input, init);
    };
    mounted = await mountPlayer();
  });
  after(() => {
    mounted.unmount();
    window.fetch = fetch;
  });
  expectNoThirdPartyRequests();

  it('plays from the second host when the first one lacks it', async () => {
    await mounted.play('/streams/redundant/master.m3u8');
    const hosts = requested.flatMap((url) => /\?host=(\w)$/.exec(url)?.[1] ?? []);
    expect(hosts).to.include.members(['a', 'b']);
    const { quality, source } = mounted.player.state.current;
    expect(quality.renditions.map(({ height }) => height).sort()).to.deep.equal([240, 360]);
    expect(source.error).to.equal(null);
  });
});
