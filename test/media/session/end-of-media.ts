import { expect } from 'chai';
import type { MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** What is unusual about the end of a stream, and the name of the stream in `test/promises/streams/endings.mjs`. */
const cases = [
  ['the last audio segment lasts 10 ms', 'audio-tail'],
  ['the last video segment lasts 10 ms', 'video-tail'],
  ['an audio segment of 10 ms follows the video', 'extra-audio'],
  ['the audio ends eight seconds before the video', 'short-audio'],
  ['the video ends eight seconds before the audio', 'short-video'],
  ['the last segments are shorter than announced', 'half-video'],
  ['the last segments are longer than announced', 'long-video']
] as const;

/** What is unusual about the end of each source, and its URL. */
export const sources = [
  ...cases.flatMap(([ending, name]) =>
    ['master.m3u8', 'manifest.mpd'].map((manifest) => [ending, `/streams/ends/${name}/${manifest}`] as const)
  ),
  ['the MPD is longer than its listed segments', '/streams/ends/long-mpd/manifest.mpd'],
  ['the MPD is shorter than its listed segments', '/streams/ends/short-mpd/manifest.mpd'],
  ['the MPD is longer than its numbered segments', '/streams/ends/long-numbers/manifest.mpd'],
  ['the MPD is shorter than its numbered segments', '/streams/ends/short-numbers/manifest.mpd'],
  ['the audio of a transport stream ends early', '/streams/ends/silent-end/video.m3u8']
] as const;

/** The sources that `npm test` tests, for each track and each protocol. */
const representativeSources = [
  '/streams/ends/audio-tail/master.m3u8',
  '/streams/ends/audio-tail/manifest.mpd',
  '/streams/ends/short-audio/master.m3u8',
  '/streams/ends/short-audio/manifest.mpd',
  '/streams/ends/short-video/manifest.mpd',
  '/streams/ends/short-numbers/manifest.mpd',
  '/streams/ends/long-mpd/manifest.mpd',
  '/streams/ends/silent-end/video.m3u8'
];

export const isRepresentative = ([, src]: (typeof sources)[number]): boolean => representativeSources.includes(src);

/** Plays a source, and then its last second. */
export async function playEnd(mounted: MountedPlayer, src: string): Promise<void> {
  await mounted.play(src);
  mounted.player.time.seek(mounted.video.duration - 1);
}

/**
 * Returns whether the video has ended since the call. The event counts as well, because `ended` is true for a moment only when an engine
 * changes the duration after the end.
 */
export function watchEnd({ video }: MountedPlayer): () => boolean {
  let hasEnded = false;
  video.addEventListener('ended', () => (hasEnded = true));
  return () => hasEnded || video.ended;
}

/** Expects that the same engine reaches the end. */
export async function expectEnd(mounted: MountedPlayer, src: string): Promise<void> {
  const hasEnded = watchEnd(mounted);
  await playEnd(mounted, src);
  await mounted.until('the video has ended', hasEnded);
  expect(mounted.player.health.rebuilds, 'new engines').to.equal(0);
  expect(mounted.player.state.current.source).to.deep.include({ status: 'ready', error: null });
}

/** Expects that a loop begins again with the same engine. */
export async function expectLoop(mounted: MountedPlayer, src: string): Promise<void> {
  mounted.video.loop = true;
  await playEnd(mounted, src);
  await until('the video plays the end', () => mounted.video.currentTime > 50);
  await until(
    'the video plays from the beginning',
    () => mounted.video.currentTime < 10 && mounted.video.currentTime > 0.3 && !mounted.video.seeking
  );
  expect(mounted.player.health.rebuilds).to.equal(0);
}
