import { expect } from 'chai';
import { until } from '../../support/until.js';
import { drawing, shipped, words } from './drawn.js';

/** Maximum error of a cue, in seconds. */
const tolerance = 0.05;

const track = (src: string) => `<track kind="captions" srclang="en" label="English" src="${src}">`;
const texts = '/test/fixtures/text';

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
    children: track('/media/captions/en.vtt'),
    cue: [2, 6.151, 'First light on the delta. The\nmills are already at work.']
  },
  { title: 'a file with a SubRip sidecar', src: '/media/film.mp4', children: track(`${texts}/film.srt`), cue: [1, 2.2, 'One < two'] }
];

/** The sources that `npm test` tests: of each engine, in each format. */
const most = ['hls.js, WebVTT in segments', 'hls.js, WebVTT with TS', 'dash.js, IMSC in segments', 'a file with a SubRip sidecar'];

export const isRepresentative = ({ title }: CaptionSource): boolean => most.includes(title);

/** Expects that the cue of a source is drawn, and disappears, at its time. */
export async function expectInTime({ src, cue, children }: CaptionSource): Promise<void> {
  const [start, end, text] = cue;
  const player = await shipped(src, { children });
  await until('there are captions', () => player.player!.state.current.captions.tracks.length > 0);
  player.player!.captions.choose(player.player!.state.current.captions.tracks[0]!.id);
  await player.play();
  const root = await drawing(player);
  await until('the cue is there', () => {
    // Playback continues while its captions are fetched.
    if (!player.seeking && (player.currentTime < start || player.currentTime > end - 0.2)) player.currentTime = start;
    return words(root).join() === text;
  });

  /** Returns the playback position, in seconds, at which the rendered text becomes the expected one. */
  const change = (wanted: string) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (words(root).join() !== wanted) return;
        observer.disconnect();
        resolve(player.currentTime);
      });
      observer.observe(root, { childList: true, subtree: true });
    });

  // Playback continues, and the expected cue is a second ahead.
  player.currentTime = start - 0.9;
  await until('it is gone', () => words(root).length === 0);
  expect(await change(text), 'position in seconds at which it appeared').to.be.within(start - 0.005, start + tolerance);
  const gone = change('');
  player.currentTime = end - 0.6;
  expect(await gone, 'position in seconds at which it disappeared').to.be.within(end - 0.005, end + tolerance);
}
