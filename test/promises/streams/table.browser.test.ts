import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { noKeySystems, unless } from '../../support/known-limits.js';
import { until } from '../../support/until.js';
import type { Row } from './row.js';
import { dashRows } from './rows/dash.js';
import { fileRows } from './rows/files.js';
import { hlsRows } from './rows/hls.js';
import { liveRows } from './rows/live.js';

const tables: Readonly<Record<string, readonly Row[]>> = { HLS: hlsRows, DASH: dashRows, files: fileRows, live: liveRows };

const address = (src: string): string => (src.startsWith('/') ? src : `/streams/${src}`);

for (const [title, rows] of Object.entries(tables)) {
  describe(`plays streams: ${title}`, () => {
    expectNoThirdPartyRequests();
    let mounted: MountedPlayer;
    afterEach(() => mounted.unmount());

    for (const { construct, src, engine, picture, settings = {}, cannot = settings.drm ? noKeySystems : false, shows } of rows) {
      unless(cannot)(construct, async () => {
        mounted = await mountPlayer(undefined, settings);
        const { player, video } = mounted;
        video.autoplay = true;
        player.load(typeof src === 'string' ? [{ src: address(src) }] : src);
        await until(
          'the video plays or the player failed',
          () => (video.currentTime > 0.3 && video.readyState >= 2) || player.state.current.source.status === 'failed'
        );
        expect(player.state.current.source, `${construct}: ${player.state.current.source.error?.message}`).to.deep.include({
          status: 'ready',
          error: null
        });
        expect(player.session.engineName).to.equal(engine);
        if (picture !== false) await mounted.untilFrameMatchesClock();
        await shows?.(mounted);
      });
    }
  });
}
