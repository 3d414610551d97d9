import { expect } from 'chai';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Returns the requested paths that begin with `folder`. */
export const requestedPaths = (folder: string): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith(folder));

/** Forgets all requests that were sent before. */
export function clearRequestedPaths(): void {
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(2000);
}

/** Expects that the video plays from one position to another, in seconds, with the same engine and without a seek by the player. */
export async function expectToPlayThrough(mounted: MountedPlayer, from: number, to: number): Promise<void> {
  mounted.player.time.seek(from);
  await until(
    `the video plays from ${from} s`,
    () => !mounted.video.seeking && mounted.video.currentTime >= from && mounted.video.readyState >= 3
  );
  await until(`the video plays to ${to} s`, () => mounted.video.currentTime >= to);
  expect(mounted.video.currentTime).to.be.lessThan(to + 2);
  const { rebuilds, jumps, nudges } = mounted.player.health;
  expect({ rebuilds, jumps, nudges }).to.deep.equal({ rebuilds: 0, jumps: 0, nudges: 0 });
  expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
}

/** Expects that a transport stream plays without some of its audio: in the middle, at the start, or at the end. */
export const expectToPlayWithoutAudio = {
  async inTheMiddle(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-stretch/video.m3u8`);
    await expectToPlayThrough(mounted, 7, 9);
    await expectToPlayThrough(mounted, 15, 17);
  },
  async atTheStart(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-first/video.m3u8`);
    await expectToPlayThrough(mounted, 7, 9);
  },
  async atTheEnd(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-end/video.m3u8`);
    await expectToPlayThrough(mounted, 7, 9);
  }
};

/** Expects that the player fails after few requests when segments of four DASH renditions are missing. */
export async function expectToGiveUp(mounted: MountedPlayer, name: string): Promise<void> {
  mounted.video.autoplay = true;
  mounted.player.load([{ src: `/streams/${name}/manifest.mpd` }]);
  await until('the player failed', () => mounted.player.state.current.source.status === 'failed');
  expect(mounted.player.state.current.source.error!.code).to.equal('source/not-found');
  expect(mounted.player.health.rebuilds).to.equal(0);
  expect(requestedPaths(`/streams/${name}/`).length).to.be.lessThan(40);
  expect(requestedPaths('/media/cmaf/video-240/init.mp4').length, 'init segments').to.be.lessThan(12);
}

const { appendBuffer } = SourceBuffer.prototype;

/** Expects that the same engine plays on after the browser refused some segments because its buffer was full. */
export async function expectToPlayOnWhenFull(src: string): Promise<void> {
  let appends = 0;
  let refusedAppends = 0;
  SourceBuffer.prototype.appendBuffer = function (data) {
    appends += 1;
    if (appends > 4 && refusedAppends < 6) {
      refusedAppends += 1;
      throw new DOMException('The SourceBuffer is full.', 'QuotaExceededError');
    }
    appendBuffer.call(this, data);
  };
  const mounted = await mountPlayer();
  try {
    await mounted.play(src);
    await until('the video plays on', () => mounted.video.currentTime > 6 && refusedAppends === 6);
    expect(mounted.player.health.rebuilds).to.equal(0);
    expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  } finally {
    SourceBuffer.prototype.appendBuffer = appendBuffer;
    mounted.unmount();
  }
}
