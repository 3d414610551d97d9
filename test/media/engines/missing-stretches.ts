import { expect } from 'chai';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Returns the paths that were requested below `folder`. */
export const requested = (folder: string): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith(folder));

/** Counts the requests from here on. */
export function clearRequested(): void {
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(2000);
}

/** Plays without an interruption from one position to another, in seconds, with the same engine. */
export async function playsThrough(mounted: MountedPlayer, from: number, to: number): Promise<void> {
  mounted.player.time.seek(from);
  let stalled = 0;
  await until(
    `the video plays from ${from} s`,
    () => !mounted.video.seeking && mounted.video.currentTime >= from && mounted.video.readyState >= 3
  );
  const countStall = () => (stalled += mounted.video.readyState < 2 ? 1 : 0);
  mounted.video.addEventListener('timeupdate', countStall);
  await until(`the video plays to ${to} s`, () => mounted.video.currentTime >= to);
  expect(mounted.video.currentTime).to.be.lessThan(to + 2);
  const { rebuilds, jumps, nudges } = mounted.player.health;
  expect({ rebuilds, jumps, nudges }).to.deep.equal({ rebuilds: 0, jumps: 0, nudges: 0 });
  expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
}

/** What the audio of a transport stream lacks: some segments in the middle, the first ones, or the last ones. */
export const silences = {
  async stretch(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-stretch/video.m3u8`);
    await playsThrough(mounted, 7, 9);
    await playsThrough(mounted, 15, 17);
  },
  async first(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-first/video.m3u8`);
    await playsThrough(mounted, 7, 9);
  },
  async end(mounted: MountedPlayer, name: string): Promise<void> {
    await mounted.play(`/streams/ends/${name}-end/video.m3u8`);
    await playsThrough(mounted, 7, 9);
  }
};

/** Expects the player to give up, after few requests, when segments of four DASH renditions are missing. */
export async function expectToGiveUp(mounted: MountedPlayer, name: string): Promise<void> {
  mounted.video.autoplay = true;
  mounted.player.load([{ src: `/streams/${name}/manifest.mpd` }]);
  await until('the player gives up', () => mounted.player.state.current.source.status === 'failed');
  expect(mounted.player.state.current.source.error!.code).to.equal('source/not-found');
  expect(mounted.player.health.rebuilds).to.equal(0);
  expect(requested(`/streams/${name}/`).length).to.be.lessThan(40);
  expect(requested('/media/cmaf/video-240/init.mp4').length, 'init segments').to.be.lessThan(12);
}

const { appendBuffer } = SourceBuffer.prototype;

/** Expects the same engine to play on after the browser refused some segments because its buffer was full. */
export async function expectToPlayOnWhenFull(src: string): Promise<void> {
  let appends = 0;
  let refused = 0;
  SourceBuffer.prototype.appendBuffer = function (data) {
    appends += 1;
    if (appends > 4 && refused < 6) {
      refused += 1;
      throw new DOMException('The SourceBuffer is full.', 'QuotaExceededError');
    }
    appendBuffer.call(this, data);
  };
  const at = await mountPlayer();
  try {
    await at.play(src);
    await until('the video plays on', () => at.video.currentTime > 6 && refused === 6);
    expect(at.player.health.rebuilds).to.equal(0);
    expect(at.player.state.current.source).to.deep.include({ status: 'ready', error: null });
  } finally {
    SourceBuffer.prototype.appendBuffer = appendBuffer;
    at.unmount();
  }
}
