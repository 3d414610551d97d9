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

/** The rows by the beginning of their titles. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  'the player plays HLS with': hlsRows,
  'the player plays DASH with': dashRows,
  'the player plays a file': fileRows,
  'the player plays a live stream': liveRows
};

const urlOf = (src: string): string => (src.startsWith('/') ? src : `/streams/${src}`);

for (const [beginning, rows] of Object.entries(tables)) {
  describe(beginning, () => {
    expectNoThirdPartyRequests();
    let mounted: MountedPlayer;
    afterEach(() => mounted.unmount());

    for (const row of rows) {
      const { title, src, engine, hasTimecode, settings = {}, skipReason = settings.drm ? noKeySystems : false, check } = row;
      const { startTimeoutMs } = row;
      unless(skipReason)(title, async function () {
        if (startTimeoutMs !== undefined) this.timeout(2 * startTimeoutMs);
        mounted = await mountPlayer(undefined, settings);
        const { player, video } = mounted;
        video.autoplay = true;
        player.load(typeof src === 'string' ? [{ src: urlOf(src) }] : src);
        await until(
          'the video plays or the player failed',
          () => (video.currentTime > 0.3 && video.readyState >= 2) || player.state.current.source.status === 'failed',
          startTimeoutMs
        );
        expect(player.state.current.source, `${title}: ${player.state.current.source.error?.message}`).to.deep.include({
          status: 'ready',
          error: null
        });
        expect(player.session.engineName).to.equal(engine);
        if (hasTimecode !== false) await mounted.untilFrameMatchesClock();
        await check?.(mounted);
      });
    }
  });
}
