import { expect } from 'chai';
import type { MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Sources, each with the labels of its own text tracks. */
const sources: Readonly<Record<string, { readonly src: string; readonly captions: readonly string[]; readonly fails?: boolean }>> = {
  HLS: { src: '/media/cmaf/master.m3u8', captions: ['English', 'Nederlands'] },
  'HLS with CEA-608': { src: '/streams/cea-608/master.m3u8', captions: ['English'] },
  DASH: { src: '/media/cmaf/manifest.mpd', captions: ['English', 'Nederlands'] },
  file: { src: '/media/film.mp4', captions: [] },
  'missing DASH': { src: '/media/none.mpd', captions: [], fails: true }
};

const listedLabels = ({ player }: MountedPlayer): string[] => player.state.current.captions.tracks.map(({ label }) => label);
const textTrackCount = ({ video }: MountedPlayer): number => [...video.textTracks].filter(({ kind }) => kind !== 'metadata').length;

async function openSource(mounted: MountedPlayer, { src, captions, fails }: (typeof sources)[string]): Promise<void> {
  mounted.player.load([{ src }]);
  if (fails) return until('the source failed', () => mounted.player.state.current.source.status === 'failed');
  await mounted.player.playback.play();
  await until('the video plays', () => mounted.video.currentTime > 0.5);
  await until('the captions are listed', () => mounted.player.state.current.captions.tracks.length >= captions.length);
}

/** Every pair of a source that has text tracks and a source that may follow it. */
export const pairs: readonly (readonly [before: string, after: string])[] = Object.entries(sources)
  .filter(([, { captions }]) => captions.length > 0)
  .flatMap(([before]) => Object.keys(sources).map((after) => [before, after] as const));

/** The pairs that `npm test` tests: each engine before another one, and before a source that fails. */
const representativePairs = ['HLS, DASH', 'DASH, HLS', 'DASH, missing DASH', 'HLS with CEA-608, HLS', 'HLS with CEA-608, file'];

export const isRepresentative = (pair: (typeof pairs)[number]): boolean => representativePairs.includes(pair.join(', '));

/** Expects that the text tracks of a source are removed when the next source has loaded. */
export async function expectNoOldTracks(mounted: MountedPlayer, before: string, after: string): Promise<void> {
  const next = sources[after]!;
  await openSource(mounted, sources[before]!);
  mounted.player.captions.choose(mounted.player.state.current.captions.tracks[0]!.id);
  await until('a cue is shown', () => [...mounted.video.textTracks].some(({ activeCues }) => (activeCues?.length ?? 0) > 0));
  const oldTracks = [...mounted.video.textTracks];
  await openSource(mounted, next);
  expect([...mounted.video.textTracks].filter((track) => oldTracks.includes(track))).to.deep.equal([]);
  expect(listedLabels(mounted)).to.deep.equal(next.captions);
  expect(textTrackCount(mounted)).to.equal(next.captions.length);
}
