import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const formats = ['wvtt', 'stpp', 'ttml'];
const cueTexts = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Cue ${number}`);

const activeCueTexts = ({ video }: MountedPlayer): string[] =>
  [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text));

/** Loads a one-minute video with captions in this format, paused at `seconds`, with captions off. */
async function mountPausedAt(format: string, seconds: number): Promise<MountedPlayer> {
  const mounted = await mountPlayer();
  await mounted.play(`/streams/${format}/manifest.mpd`);
  mounted.player.playback.pause();
  mounted.player.time.seek(seconds);
  await until(
    'playback is paused at that position',
    () => mounted.video.paused && !mounted.video.seeking && mounted.player.state.current.captions.tracks.length > 0
  );
  return mounted;
}

const turnOnCaptions = ({ player }: MountedPlayer) => player.captions.choose(player.state.current.captions.tracks[0]!.id);

describe('captions of a DASH presentation', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const format of formats) {
    it(`are shown immediately when they are turned on while playback is paused: ${format}`, async () => {
      mounted = await mountPausedAt(format, 20);
      const position = mounted.video.currentTime;
      turnOnCaptions(mounted);
      await until('the cue is active', () => activeCueTexts(mounted).join() === 'Cue 3');
      expect(mounted.video.currentTime).to.equal(position);
      expect(mounted.video.paused).to.equal(true);
    });

    it(`are all in the transcript when they are turned on at 40 s: ${format}`, async () => {
      mounted = await mountPausedAt(format, 40);
      turnOnCaptions(mounted);
      mounted.player.transcript.read(true);
      const lines = () => mounted.player.state.current.transcript.lines.map(({ text }) => text);
      await until('all lines are in the transcript', () => lines().length >= cueTexts.length);
      expect(lines()).to.deep.equal(cueTexts);
    });
  }

  it('contain each cue once when the viewer returns to a position', async () => {
    mounted = await mountPausedAt('wvtt', 2);
    turnOnCaptions(mounted);
    for (const [seconds, cue] of [
      [20, 'Cue 3'],
      [2, 'Cue 1'],
      [20, 'Cue 3']
    ] as const) {
      mounted.player.time.seek(seconds);
      await until('the cue is active', () => activeCueTexts(mounted).includes(cue));
      expect(activeCueTexts(mounted)).to.deep.equal([cue]);
    }
  });
});
