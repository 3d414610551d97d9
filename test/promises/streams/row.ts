import { expect } from 'chai';
import type { NetworkSettings, SourceInput } from '../../../src/media/index.js';
import { readTimecode } from '../../support/read-timecode.js';
import type { MountedPlayer } from '../../support/mount-player.js';
import { framesLagAfterSwitch, type SkipReason } from '../../support/known-limits.js';
import { until } from '../../support/until.js';

/** A row of the table in `table.browser.test.ts`: a stream that contains one construct of a format, and a check during its playback. */
export interface Row {
  /** The end of the test's title, after the beginning that `table.browser.test.ts` gives to each table. */
  readonly title: string;
  /** The path below `/streams/`, or a URL that begins with a slash, or several `<source>`s in their order. */
  readonly src: string | readonly SourceInput[];
  readonly engine: 'hls.js' | 'dash.js' | 'file' | 'native';
  /** False if the source shows no timecode. Every frame of the demo video does; encrypted, live and audio-only sources do not. */
  readonly hasTimecode?: false;
  readonly settings?: NetworkSettings;
  /** Milliseconds until playback must begin, if a busy machine needs more than the default for the large manifest. */
  readonly startTimeoutMs?: number;
  /** Why this browser cannot play the source. */
  readonly skipReason?: SkipReason;
  check?(mounted: MountedPlayer): Promise<void> | void;
}

/** Turns on the first captions and waits for a cue that starts with `text`. */
export const showsCaption =
  (text: string) =>
  async ({ player, video }: MountedPlayer): Promise<void> => {
    await until('there are captions', () => player.state.current.captions.tracks.length > 0);
    player.captions.choose(player.state.current.captions.tracks[0]!.id);
    await until(`a cue starts with ${text}`, () => activeCueTexts(video).some((cue) => cue.startsWith(text)));
  };

/** Returns the texts of the active cues of all tracks. */
const activeCueTexts = (video: HTMLVideoElement): string[] =>
  [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => ('text' in cue ? String(cue.text).trim() : '')));

/** Waits for a metadata cue at `start` seconds whose content as JSON contains `text`. */
export const hasMetadataCue =
  (text: string, start: number) =>
  async ({ video }: MountedPlayer): Promise<void> => {
    const findCue = () =>
      [...video.textTracks]
        .filter(({ kind }) => kind === 'metadata')
        .flatMap(({ cues }) => [...(cues ?? [])])
        .find((cue) => JSON.stringify([(cue as VTTCue).text, (cue as VTTCue & { value?: unknown }).value]).includes(text));
    await until(`a metadata cue contains ${text}`, () => findCue() !== undefined);
    expect(findCue()!.startTime).to.be.closeTo(start, 0.05);
  };

/** The maximum change of the playback position by a switch, in seconds. */
const maxPositionChangeSeconds = 0.3;

/** Chooses another audio track, then another rendition, and expects that both keep the playback position and show its frame. */
async function switchesTrackAndRendition(mounted: MountedPlayer): Promise<void> {
  const { audio, quality } = mounted.player.state.current;
  const track = audio.tracks.find(({ id }) => id !== audio.choice)!;
  await expectPositionIsKept(
    mounted,
    'audio track',
    () => mounted.player.audio.choose(track.id),
    () => mounted.player.state.current.audio.choice === track.id
  );
  const rendition = quality.renditions.find(({ id }) => id !== mounted.player.state.current.quality.playing)!;
  await expectPositionIsKept(
    mounted,
    'rendition',
    () => mounted.player.quality.choose(rendition.id),
    () => mounted.video.videoHeight === rendition.height
  );
}

/** The check of a source with several audio tracks. */
export const switchingCheck: Pick<Row, 'check' | 'skipReason'> = { check: switchesTrackAndRendition, skipReason: framesLagAfterSwitch };

/** Calls `makeChange`, and expects that the playback position is kept, and that playback continues with matching frames. */
async function expectPositionIsKept(
  { video, untilFrameMatchesClock }: MountedPlayer,
  changed: string,
  makeChange: () => void,
  isDone: () => boolean
): Promise<void> {
  const [position, startMs] = [video.currentTime, performance.now()];
  makeChange();
  await until(`the ${changed} has changed`, isDone);
  const passedSeconds = (performance.now() - startMs) / 1000;
  expect(video.currentTime - position, 'change of position in seconds').to.be.within(
    -maxPositionChangeSeconds,
    passedSeconds + maxPositionChangeSeconds
  );
  const positionAfterChange = video.currentTime;
  await until('playback continues', () => video.currentTime > positionAfterChange + 0.3 && !video.seeking);
  await untilFrameMatchesClock();
}

/** Expects the thumbnail of second 33 at its place in the image: it is the seventeenth, the first of the third row. */
export async function showsThumbnail({ player }: MountedPlayer): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const found = await player.thumbnails.at(33);
  expect(found).to.include({ x: 0, y: 180, width: 160, height: 90 });
  expect([found!.image.width, found!.image.height]).to.deep.equal([1280, 360]);
}

/** Expects that the frames of two positions show the start times of their segments. */
export async function showsFrames({ player }: MountedPlayer): Promise<void> {
  await until('there are thumbnails', () => player.state.current.thumbnails.available);
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const [position, segmentStart] of [
    [33.5, 32],
    [8.5, 8]
  ] as const) {
    const found = await player.thumbnails.at(position);
    context.drawImage(found!.image, 0, 0, 640, 360);
    expect(readTimecode(context.getImageData(0, 0, 640, 360))).to.equal(segmentStart);
  }
}
