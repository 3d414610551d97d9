import { expect } from 'chai';
import type { MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

/** Sources with the text tracks that each has of its own, by their name in the menu; `missing` fails. */
const sources: Readonly<Record<string, { readonly src: string; readonly captions: readonly string[]; readonly fails?: boolean }>> = {
  HLS: { src: '/media/cmaf/master.m3u8', captions: ['English', 'Nederlands'] },
  'HLS with CEA-608': { src: '/streams/cea-608/master.m3u8', captions: ['English'] },
  DASH: { src: '/media/cmaf/manifest.mpd', captions: ['English', 'Nederlands'] },
  file: { src: '/media/film.mp4', captions: [] },
  'missing DASH': { src: '/media/none.mpd', captions: [], fails: true }
};

const inMenu = ({ player }: MountedPlayer): string[] => player.state.current.captions.tracks.map(({ label }) => label);
const inVideo = ({ video }: MountedPlayer): number => [...video.textTracks].filter(({ kind }) => kind !== 'metadata').length;

async function open(mounted: MountedPlayer, { src, captions, fails }: (typeof sources)[string]): Promise<void> {
  mounted.player.load([{ src }]);
  if (fails) return until('it failed', () => mounted.player.state.current.source.status === 'failed');
  await mounted.player.playback.play();
  await until('it plays', () => mounted.video.currentTime > 0.5);
  await until('its captions are listed', () => mounted.player.state.current.captions.tracks.length >= captions.length);
}

/** Every source that has text tracks, with every one that can follow it. */
export const pairs: readonly (readonly [before: string, after: string])[] = Object.entries(sources)
  .filter(([, { captions }]) => captions.length > 0)
  .flatMap(([before]) => Object.keys(sources).map((after) => [before, after] as const));

/** The pairs that `npm test` tests: each engine before another one, and before a source that fails. */
const most = ['HLS, DASH', 'DASH, HLS', 'DASH, missing DASH', 'HLS with CEA-608, HLS', 'HLS with CEA-608, file'];

export const isRepresentative = (pair: (typeof pairs)[number]): boolean => most.includes(pair.join(', '));

/** Expects that the text tracks of a source are gone when the next one has loaded. */
export async function expectNoOldTracks(mounted: MountedPlayer, before: string, after: string): Promise<void> {
  const next = sources[after]!;
  await open(mounted, sources[before]!);
  mounted.player.captions.choose(mounted.player.state.current.captions.tracks[0]!.id);
  await until('a cue is shown', () => [...mounted.video.textTracks].some(({ activeCues }) => (activeCues?.length ?? 0) > 0));
  const old = [...mounted.video.textTracks];
  await open(mounted, next);
  expect([...mounted.video.textTracks].filter((track) => old.includes(track))).to.deep.equal([]);
  expect(inMenu(mounted)).to.deep.equal(next.captions);
  expect(inVideo(mounted)).to.equal(next.captions.length);
}
