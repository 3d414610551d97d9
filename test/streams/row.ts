import { expect } from 'chai';
import type { NetworkSettings, SourceInput } from '../../src/media/index.js';
import type { Stage } from '../support/stage.js';
import { until } from '../support/until.js';

/** One construct of a format: a stream that has it, and what must be seen of it while it plays. */
export interface Row {
  readonly construct: string;
  /** Below `/streams/`, unless it begins with a slash. Several are `<source>`s in their order. */
  readonly src: string | readonly SourceInput[];
  readonly engine: 'hls.js' | 'dash.js' | 'native';
  /** The picture shows the film's time, which every picture of the demo's film carries; not so where there is none, or another's. */
  readonly picture?: false;
  readonly settings?: NetworkSettings;
  shows?(at: Stage): Promise<void> | void;
}

/** Turns the first captions on and waits until a cue says `text`. */
export const captions =
  (text: string) =>
  async ({ player, video }: Stage): Promise<void> => {
    await until('there are captions', () => player.state.current.captions.tracks.length > 0);
    player.captions.choose(player.state.current.captions.tracks[0]!.id);
    await until(`a cue says ${text}`, () => cuesNow(video).some((cue) => cue.startsWith(text)));
  };

/** The texts of the cues that are up now, in whatever track. */
const cuesNow = (video: HTMLVideoElement): string[] =>
  [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => ('text' in cue ? String(cue.text).trim() : '')));

/** Waits for a cue of metadata, whose content as JSON holds `text`, at `start` seconds. */
export const metadata =
  (text: string, start: number) =>
  async ({ video }: Stage): Promise<void> => {
    const find = () =>
      [...video.textTracks]
        .filter(({ kind }) => kind === 'metadata')
        .flatMap(({ cues }) => [...(cues ?? [])])
        .find((cue) => JSON.stringify([(cue as VTTCue).text, (cue as VTTCue & { value?: unknown }).value]).includes(text));
    await until(`a cue of metadata says ${text}`, () => find() !== undefined);
    expect(find()!.startTime).to.be.closeTo(start, 0.05);
  };

/** Takes another sound track, and another quality where there is one; the place is kept. */
export async function switches({ player, video, shown }: Stage): Promise<void> {
  const { tracks, choice } = player.state.current.audio;
  const other = tracks.find(({ id }) => id !== choice)!;
  const before = video.currentTime;
  player.audio.choose(other.id);
  await until(`${other.label} sounds`, () => player.state.current.audio.choice === other.id);
  expect(video.currentTime - before, 'seconds that passed on the time line').to.be.within(0, 3);
  await until('it plays on', () => video.currentTime > before + 0.5 && !video.seeking);
  expect(shown()).to.be.closeTo(video.currentTime, 0.3);
}

/** Asks for the small picture of second 33, which is the seventeenth: the first of the third row. */
export async function thumbnail({ player }: Stage): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const found = await player.thumbnails.at(33);
  expect(found).to.include({ x: 0, y: 180, width: 160, height: 90 });
  expect([found!.image.width, found!.image.height]).to.deep.equal([1280, 360]);
}
