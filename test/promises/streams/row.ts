import { expect } from 'chai';
import type { NetworkSettings, SourceInput } from '../../../src/media/index.js';
import { readTimecode } from '../../support/read-timecode.js';
import type { MountedPlayer } from '../../support/mount-player.js';
import { framesLagAfterSwitch, type SkipReason } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** One construct of a format: a stream that contains it, and a check during playback. */
export interface Row {
  readonly construct: string;
  /** Path below `/streams/`, unless it begins with a slash. Several are `<source>`s in their order. */
  readonly src: string | readonly SourceInput[];
  readonly engine: 'hls.js' | 'dash.js' | 'file' | 'native';
  /** False when the video has no readable timecode, which every frame of the demo video contains: other video, or none. */
  readonly picture?: false;
  readonly settings?: NetworkSettings;
  /** Why this browser cannot play it. */
  readonly cannot?: SkipReason;
  shows?(mounted: MountedPlayer): Promise<void> | void;
}

/** Turns on the first captions and waits for a cue that starts with `text`. */
export const captions =
  (text: string) =>
  async ({ player, video }: MountedPlayer): Promise<void> => {
    await until('there are captions', () => player.state.current.captions.tracks.length > 0);
    player.captions.choose(player.state.current.captions.tracks[0]!.id);
    await until(`a cue starts with ${text}`, () => cuesNow(video).some((cue) => cue.startsWith(text)));
  };

/** Returns the texts of the active cues of all tracks. */
const cuesNow = (video: HTMLVideoElement): string[] =>
  [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => ('text' in cue ? String(cue.text).trim() : '')));

/** Waits for a metadata cue at `start` seconds whose content as JSON contains `text`. */
export const metadata =
  (text: string, start: number) =>
  async ({ video }: MountedPlayer): Promise<void> => {
    const find = () =>
      [...video.textTracks]
        .filter(({ kind }) => kind === 'metadata')
        .flatMap(({ cues }) => [...(cues ?? [])])
        .find((cue) => JSON.stringify([(cue as VTTCue).text, (cue as VTTCue & { value?: unknown }).value]).includes(text));
    await until(`a metadata cue contains ${text}`, () => find() !== undefined);
    expect(find()!.startTime).to.be.closeTo(start, 0.05);
  };

/** Maximum change of the playback position after a switch, in seconds. */
const tolerance = 0.3;

/** Chooses another audio track, then another rendition; both keep the playback position, and the frame matches it. */
async function switches(mounted: MountedPlayer): Promise<void> {
  const { audio, quality } = mounted.player.state.current;
  const track = audio.tracks.find(({ id }) => id !== audio.choice)!;
  await keepsPosition(
    mounted,
    'audio track',
    () => mounted.player.audio.choose(track.id),
    () => mounted.player.state.current.audio.choice === track.id
  );
  const rendition = quality.renditions.find(({ id }) => id !== mounted.player.state.current.quality.playing)!;
  await keepsPosition(
    mounted,
    'rendition',
    () => mounted.player.quality.choose(rendition.id),
    () => mounted.video.videoHeight === rendition.height
  );
}

/** The check of a source with several audio tracks. */
export const switching: Pick<Row, 'shows' | 'cannot'> = { shows: switches, cannot: framesLagAfterSwitch };

async function keepsPosition(
  { video, untilFrameMatchesClock }: MountedPlayer,
  what: string,
  act: () => void,
  done: () => boolean
): Promise<void> {
  const [position, moment] = [video.currentTime, performance.now()];
  act();
  await until(`the ${what} has changed`, done);
  const passed = (performance.now() - moment) / 1000;
  expect(video.currentTime - position, 'change of position in seconds').to.be.within(-tolerance, passed + tolerance);
  const now = video.currentTime;
  await until('playback continues', () => video.currentTime > now + 0.3 && !video.seeking);
  await untilFrameMatchesClock();
}

/** Requests the thumbnail of second 33, which is the seventeenth: the first of the third row. */
export async function thumbnail({ player }: MountedPlayer): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const found = await player.thumbnails.at(33);
  expect(found).to.include({ x: 0, y: 180, width: 160, height: 90 });
  expect([found!.image.width, found!.image.height]).to.deep.equal([1280, 360]);
}

/** Requests the frames of two positions; each shows the start time of its segment. */
export async function frame({ player }: MountedPlayer): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const [requested, shown] of [
    [33.5, 32],
    [8.5, 8]
  ] as const) {
    const found = await player.thumbnails.at(requested);
    context.drawImage(found!.image, 0, 0, 640, 360);
    expect(readTimecode(context.getImageData(0, 0, 640, 360))).to.equal(shown);
  }
}
