import { expect } from 'chai';
import type { NetworkSettings, SourceInput } from '../../src/media/index.js';
import { readTimecode } from '../support/read-timecode.js';
import type { Stage } from '../support/stage.js';
import { lateFrames, type Reason } from '../support/unless.js';
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
  /** Why this browser cannot show it. */
  readonly cannot?: Reason;
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

/** Seconds by which the time line may be off after a switch. */
const kept = 0.3;

/** Takes another sound track, then another quality; neither leaps on the time line, and the picture is that of the time. */
async function switches(at: Stage): Promise<void> {
  const { audio, quality } = at.player.state.current;
  const track = audio.tracks.find(({ id }) => id !== audio.choice)!;
  await keepsPlace(
    at,
    'sound',
    () => at.player.audio.choose(track.id),
    () => at.player.state.current.audio.choice === track.id
  );
  const rendition = quality.renditions.find(({ id }) => id !== at.player.state.current.quality.playing)!;
  await keepsPlace(
    at,
    'quality',
    () => at.player.quality.choose(rendition.id),
    () => at.video.videoHeight === rendition.height
  );
}

/** A film with several sounds. */
export const switching: Pick<Row, 'shows' | 'cannot'> = { shows: switches, cannot: lateFrames };

async function keepsPlace({ video, showsItsTime }: Stage, what: string, ask: () => void, done: () => boolean): Promise<void> {
  const [place, moment] = [video.currentTime, performance.now()];
  ask();
  await until(`the ${what} is another`, done);
  const passed = (performance.now() - moment) / 1000;
  expect(video.currentTime - place, 'seconds on the time line').to.be.within(-kept, passed + kept);
  const now = video.currentTime;
  await until('it plays on', () => video.currentTime > now + 0.3 && !video.seeking);
  await showsItsTime();
}

/** Asks for the small picture of second 33, which is the seventeenth: the first of the third row. */
export async function thumbnail({ player }: Stage): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const found = await player.thumbnails.at(33);
  expect(found).to.include({ x: 0, y: 180, width: 160, height: 90 });
  expect([found!.image.width, found!.image.height]).to.deep.equal([1280, 360]);
}

/** Asks for the frames of two moments; each shows the time of the segment that it begins. */
export async function frame({ player }: Stage): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const picture = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const [asked, shown] of [
    [33.5, 32],
    [8.5, 8]
  ] as const) {
    const found = await player.thumbnails.at(asked);
    picture.drawImage(found!.image, 0, 0, 640, 360);
    expect(readTimecode(picture.getImageData(0, 0, 640, 360))).to.equal(shown);
  }
}
