import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../../support/third-party-requests.js';
import { mountPlayer, type MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

const src = '/streams/files/tracks.mp4';

/** The texts of all cues of a text track. */
function textsOf(track: TextTrack): string[] {
  if (track.mode === 'disabled') track.mode = 'hidden';
  return [...(track.cues ?? [])].map((cue) => (cue as VTTCue).text);
}

describe('the tracks inside a file', () => {
  let at: MountedPlayer;
  beforeEach(async () => {
    at = await mountPlayer(undefined, { guardFiles: true });
    await at.play(src);
    expect(at.player.session.engineName).to.equal('file');
  });
  afterEach(() => at.unmount());
  expectNoThirdPartyRequests();

  const tracksOf = (kind: string) => [...at.video.textTracks].filter((track) => track.kind === kind);

  it('are audio tracks with their languages, and another one plays when it is chosen', async () => {
    const { tracks, choice } = at.player.state.current.audio;
    expect(tracks.map(({ language, label, kind }) => [language, label, kind])).to.deep.equal([
      ['en', '', 'main'],
      ['nl', '', 'alternative']
    ]);
    expect(choice).to.equal(tracks[0]!.id);
    at.player.audio.choose(tracks[1]!.id);
    await until('the other track is buffered', () => at.player.state.current.audio.choice === tracks[1]!.id);
    const before = at.video.currentTime;
    await until('playback continues', () => at.video.currentTime > before + 0.5 || at.video.ended);
    at.player.audio.choose(tracks[0]!.id);
    await until('the first track is buffered', () => at.player.state.current.audio.choice === tracks[0]!.id);
    at.player.time.seek(1);
    await until('playback continues after a seek', () => !at.video.seeking && at.video.currentTime > 1.3);
  });

  it('play from the position of a seek that comes while another audio track is on its way', async () => {
    const [, dutch] = at.player.state.current.audio.tracks;
    at.player.audio.choose(dutch!.id);
    at.player.time.seek(3);
    await until('the other track plays there', () => !at.video.seeking && at.video.currentTime > 3.3);
    expect(at.player.state.current.audio.choice).to.equal(dutch!.id);
    await at.untilFrameMatchesClock();
  });

  it('are captions, as text', async () => {
    await until('there are two', () => tracksOf('subtitles').length === 2);
    const [english, dutch] = tracksOf('subtitles') as [TextTrack, TextTrack];
    expect([english.language, dutch.language]).to.deep.equal(['en', 'nl']);
    await until('the texts are read', () => textsOf(english).length === 2 && textsOf(dutch).length === 1);
    expect(textsOf(english)).to.deep.equal(['R&amp;D: 1 &lt; 2', 'The second caption']);
    expect(textsOf(dutch)).to.deep.equal(['De eerste ondertitel']);
    const [cue] = english.cues!;
    expect((cue as VTTCue).getCueAsHTML().textContent).to.equal('R&D: 1 < 2');
    expect([cue!.startTime, cue!.endTime]).to.deep.equal([0, 2]);
  });

  it('are chapters', async () => {
    await until('the chapters are listed', () => at.player.state.current.chapters.list.length === 2);
    expect(at.player.state.current.chapters.list).to.deep.equal([
      { start: 0, end: 3, title: 'Beginning' },
      { start: 3, end: 6, title: 'End' }
    ]);
  });

  it('leave with the file', async () => {
    await until('the tracks are there', () => at.video.textTracks.length === 3);
    at.player.load([]);
    await until('the tracks are gone', () => at.video.textTracks.length === 0);
  });
});
