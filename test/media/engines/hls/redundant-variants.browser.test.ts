import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';

describe('an HLS rendition that two hosts serve', () => {
  const { fetch } = window;
  const requestedUrls: string[] = [];
  let mounted: MountedPlayer;
  before(async () => {
    // `fetch` is replaced before the player is loaded, because the player keeps the function that it finds then.
    window.fetch = (input, init) => {
      const { url } = new Request(input, init);
      requestedUrls.push(url);
      return url.endsWith('?host=a') ? Promise.resolve(new Response('', { status: 404 })) : fetch(input, init);
    };
    mounted = await mountPlayer();
  });
  after(() => {
    mounted.unmount();
    window.fetch = fetch;
  });
  expectNoThirdPartyRequests();

  it('is played from the second host when the first host lacks it', async () => {
    await mounted.play('/streams/redundant/master.m3u8');
    const hosts = requestedUrls.flatMap((url) => /\?host=(\w)$/.exec(url)?.[1] ?? []);
    expect(hosts).to.include.members(['a', 'b']);
    const { quality, source } = mounted.player.state.current;
    expect(quality.renditions.map(({ height }) => height).sort()).to.deep.equal([240, 360]);
    expect(source.error).to.equal(null);
  });
});
