import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mountBuiltPlayer } from '../mount-built-player.js';
import { captionTexts, waitForCaptionRoot } from './rendered-captions.js';

/** The largest accepted difference between the time of a cue and its rendering. */
const toleranceSeconds = 0.05;

const trackMarkup = (src: string) => `<track kind="captions" srclang="en" label="English" src="${src}">`;
const textFixtures = '/test/fixtures/text';

/** A source of captions, with the tested cue: its start and end in seconds, and its text. */
interface CaptionSource {
  readonly title: string;
  readonly src: string;
  /** Child elements of the player, as markup. */
  readonly children?: string;
  readonly cue: readonly [start: number, end: number, text: string];
}

export const sources: readonly CaptionSource[] = [
  {
    title: 'hls.js, WebVTT in segments',
    src: '/media/cmaf/master.m3u8',
    cue: [2, 6.151, 'First light on the delta. The\nmills are already at work.']
  },
  {
    title: 'hls.js, WebVTT with TS',
    src: '/media/ts/master.m3u8',
    cue: [2, 6.151, 'First light on the delta. The\nmills are already at work.']
  },
  {
    title: 'dash.js, WebVTT',
    src: '/media/cmaf/manifest.mpd',
    cue: [2, 6.151, 'First light on the delta. The\nmills are already at work.']
  },
  { title: 'dash.js, WebVTT in segments', src: '/streams/wvtt/manifest.mpd', cue: [8.25, 15.75, 'Cue 2'] },
  { title: 'dash.js, IMSC in segments', src: '/streams/stpp/manifest.mpd', cue: [8.25, 15.75, 'Cue 2'] },
  { title: 'dash.js, TTML', src: '/streams/ttml/manifest.mpd', cue: [8.25, 15.75, 'Cue 2'] },
  {
    title: 'a file with a WebVTT sidecar',
    src: '/media/film.mp4',
    children: trackMarkup('/media/captions/en.vtt'),
    cue: [2, 6.151, 'First light on the delta. The\nmills are already at work.']
  },
  {
    title: 'a file with a SubRip sidecar',
    src: '/media/film.mp4',
    children: trackMarkup(`${textFixtures}/film.srt`),
    cue: [1, 2.2, 'One < two']
  }
];

/** The titles of the sources that `npm test` tests; `npm run test:all` tests the others as well. */
const representativeTitles = [
  'hls.js, WebVTT in segments',
  'hls.js, WebVTT with TS',
  'dash.js, IMSC in segments',
  'a file with a SubRip sidecar'
];

export const isRepresentative = ({ title }: CaptionSource): boolean => representativeTitles.includes(title);

/** Expects that the tested cue of a source appears and disappears at its times. */
export async function expectCueInTime({ src, cue, children }: CaptionSource): Promise<void> {
  const [start, end, text] = cue;
  const player = await mountBuiltPlayer(src, { children });
  await until('a caption track is listed', () => player.player!.state.current.captions.tracks.length > 0);
  player.player!.captions.choose(player.player!.state.current.captions.tracks[0]!.id);
  await player.play();
  const root = await waitForCaptionRoot(player);
  await until('the cue is rendered', () => {
    // Playback continues while the captions are fetched, so it has to return to the cue.
    if (!player.seeking && (player.currentTime < start || player.currentTime > end - 0.2)) player.currentTime = start;
    return captionTexts(root).join() === text;
  });

  /** Waits until the rendered text is the expected one, and returns the playback position in seconds at that moment. */
  const positionWhenTextIs = (expected: string) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (captionTexts(root).join() !== expected) return;
        observer.disconnect();
        resolve(player.currentTime);
      });
      observer.observe(root, { childList: true, subtree: true });
    });

  // Playback continues, and reaches the start of the cue in 0.9 seconds.
  player.currentTime = start - 0.9;
  await until('no caption is rendered', () => captionTexts(root).length === 0);
  expect(await positionWhenTextIs(text), 'position in seconds at which it appeared').to.be.within(start - 0.005, start + toleranceSeconds);
  const endPosition = positionWhenTextIs('');
  player.currentTime = end - 0.6;
  expect(await endPosition, 'position in seconds at which it disappeared').to.be.within(end - 0.005, end + toleranceSeconds);
}
