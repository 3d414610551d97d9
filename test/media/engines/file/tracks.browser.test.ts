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

describe('the tracks of a file', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => {
    mounted = await mountPlayer(undefined, { guardFiles: true });
    await mounted.play(src);
    expect(mounted.player.session.engineName).to.equal('file');
  });
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  const tracksOf = (kind: string) => [...mounted.video.textTracks].filter((track) => track.kind === kind);

  it('include the audio tracks with their languages, of which the chosen one plays', async () => {
    const { tracks, choice } = mounted.player.state.current.audio;
    expect(tracks.map(({ language, label, kind }) => [language, label, kind])).to.deep.equal([
      ['en', '', 'main'],
      ['nl', '', 'alternative']
    ]);
    expect(choice).to.equal(tracks[0]!.id);
    mounted.player.audio.choose(tracks[1]!.id);
    await until('the other track is buffered', () => mounted.player.state.current.audio.choice === tracks[1]!.id);
    const positionBefore = mounted.video.currentTime;
    await until('playback continues', () => mounted.video.currentTime > positionBefore + 0.5 || mounted.video.ended);
    mounted.player.audio.choose(tracks[0]!.id);
    await until('the first track is buffered', () => mounted.player.state.current.audio.choice === tracks[0]!.id);
    mounted.player.time.seek(1);
    await until('playback continues after a seek', () => !mounted.video.seeking && mounted.video.currentTime > 1.3);
  });

  it('play from the position of a seek that follows the choice of another audio track', async () => {
    const [, dutch] = mounted.player.state.current.audio.tracks;
    mounted.player.audio.choose(dutch!.id);
    mounted.player.time.seek(3);
    await until('the other track plays after 3 s', () => !mounted.video.seeking && mounted.video.currentTime > 3.3);
    expect(mounted.player.state.current.audio.choice).to.equal(dutch!.id);
    await mounted.untilFrameMatchesClock();
  });

  it('include the captions, with their text escaped', async () => {
    await until('there are two caption tracks', () => tracksOf('subtitles').length === 2);
    const [english, dutch] = tracksOf('subtitles') as [TextTrack, TextTrack];
    expect([english.language, dutch.language]).to.deep.equal(['en', 'nl']);
    await until('the texts are read', () => textsOf(english).length === 2 && textsOf(dutch).length === 1);
    expect(textsOf(english)).to.deep.equal(['R&amp;D: 1 &lt; 2', 'The second caption']);
    expect(textsOf(dutch)).to.deep.equal(['De eerste ondertitel']);
    const [cue] = english.cues!;
    expect((cue as VTTCue).getCueAsHTML().textContent).to.equal('R&D: 1 < 2');
    expect([cue!.startTime, cue!.endTime]).to.deep.equal([0, 2]);
  });

  it('include the chapters', async () => {
    await until('the chapters are listed', () => mounted.player.state.current.chapters.list.length === 2);
    expect(mounted.player.state.current.chapters.list).to.deep.equal([
      { start: 0, end: 3, title: 'Beginning' },
      { start: 3, end: 6, title: 'End' }
    ]);
  });

  it('are removed with the source', async () => {
    await until('the tracks are listed', () => mounted.video.textTracks.length === 3);
    mounted.player.load([]);
    await until('the tracks are removed', () => mounted.video.textTracks.length === 0);
  });
});

describe('the captions in the fragments of a file', () => {
  let mounted: MountedPlayer;
  beforeEach(async () => void (mounted = await mountPlayer(undefined, { guardFiles: true })));
  afterEach(() => mounted.unmount());
  expectNoThirdPartyRequests();

  it('are a text track, with their text escaped, and need no request of their own', async () => {
    const path = '/streams/files/fragmented-captions.mp4';
    performance.clearResourceTimings();
    await mounted.play(path);
    expect(mounted.player.session.engineName).to.equal('file');
    await until('there is a caption track', () => mounted.video.textTracks.length === 1);
    const [track] = [...mounted.video.textTracks];
    expect([track!.kind, track!.language]).to.deep.equal(['subtitles', 'en']);
    await until('the texts are read', () => textsOf(track!).length === 2);
    const cues = ([...track!.cues!] as VTTCue[]).map(({ startTime, endTime, text }) => [startTime, endTime, text]);
    expect(cues).to.deep.equal([
      [0, 1, 'R&amp;D: 1 &lt; 2'],
      [1, 3, 'The second caption']
    ]);
    await until('the video ended', () => mounted.video.ended);
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(path))).to.have.length(1);
  });

  it('become one cue when a caption continues in the next fragment', async () => {
    const { CueTrack } = await import('../../../../src/media/engines/file/text/cue-track.js');
    const lifetime = new AbortController();
    const text = { format: 'wvtt', kind: 'subtitles', label: '', language: 'en', samples: [], fragments: undefined } as const;
    const track = new CueTrack(mounted.video, text, lifetime.signal);
    for (const [start, end, words] of [
      [0, 2, 'one'],
      [2, 3, 'one'],
      [3, 4, 'two'],
      [5, 6, 'two']
    ] as const)
      track.add(start, end, words);
    const [shown] = [...mounted.video.textTracks];
    shown!.mode = 'hidden';
    expect([...shown!.cues!].map(({ startTime, endTime }) => [startTime, endTime])).to.deep.equal([
      [0, 3],
      [3, 4],
      [5, 6]
    ]);
    lifetime.abort();
  });
});
