import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../support/mount-player.js';
import { until } from '../../support/until.js';

const forms = ['wvtt', 'stpp', 'ttml'];
const all = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Cue ${number}`);

const saidNow = ({ video }: MountedPlayer): string[] =>
  [...video.textTracks].flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text));

/** Loads a one-minute video, paused at `seconds`, with captions off. */
async function pausedAt(form: string, seconds: number): Promise<MountedPlayer> {
  const at = await mountPlayer();
  await at.play(`/streams/${form}/manifest.mpd`);
  at.player.playback.pause();
  at.player.time.seek(seconds);
  await until('it is paused there', () => at.video.paused && !at.video.seeking && at.player.state.current.captions.tracks.length > 0);
  return at;
}

const turnOn = ({ player }: MountedPlayer) => player.captions.choose(player.state.current.captions.tracks[0]!.id);

describe('captions of a DASH presentation', () => {
  let mounted: MountedPlayer;
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  for (const form of forms) {
    it(`that are chosen while paused are shown immediately: ${form}`, async () => {
      mounted = await pausedAt(form, 20);
      const position = mounted.video.currentTime;
      turnOn(mounted);
      await until('the cue is active', () => saidNow(mounted).join() === 'Cue 3');
      expect(mounted.video.currentTime).to.equal(position);
      expect(mounted.video.paused).to.equal(true);
    });

    it(`are loaded completely, also after a late start: ${form}`, async () => {
      mounted = await pausedAt(form, 40);
      turnOn(mounted);
      mounted.player.transcript.read(true);
      const lines = () => mounted.player.state.current.transcript.lines.map(({ text }) => text);
      await until('all is there', () => lines().length >= all.length);
      expect(lines()).to.deep.equal(all);
    });
  }

  it('are each present once, even if a position is played several times', async () => {
    mounted = await pausedAt('wvtt', 2);
    turnOn(mounted);
    for (const [seconds, cue] of [
      [20, 'Cue 3'],
      [2, 'Cue 1'],
      [20, 'Cue 3']
    ] as const) {
      mounted.player.time.seek(seconds);
      await until('the cue is active', () => saidNow(mounted).includes(cue));
      expect(saidNow(mounted)).to.deep.equal([cue]);
    }
  });
});
