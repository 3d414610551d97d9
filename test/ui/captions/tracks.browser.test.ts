import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';
import { waitForCaptionRoot } from './rendered-captions.js';

const textFixtures = '/test/fixtures/text';
const forcedText = 'Het eerste licht boven de';

/** A source with forced subtitles and audio description, for each engine. */
const sources = [
  { engine: 'hls.js', src: `${textFixtures}/master.m3u8` },
  { engine: 'dash.js', src: `${textFixtures}/manifest.mpd` }
];

describe('forced subtitles', () => {
  expectNoThirdPartyRequests();

  for (const { engine, src } of sources) {
    it(`are shown while no captions are chosen, and are not listed, with ${engine}`, async () => {
      const player = await mountBuiltPlayer(src);
      const state = () => player.player!.state.current;
      await until('the forced track is shown', () => [...player.textTracks].some(({ mode }) => mode === 'showing'));
      await until('one track is listed', () => state().captions.tracks.length === 1);
      expect(state().captions.choice).to.equal(null);
      await seekTo(player, 3);
      const root = await waitForCaptionRoot(player);
      await until('the forced subtitle is rendered', () => root.textContent.includes(forcedText));
      player.player!.captions.toggle();
      await until(
        'the chosen track replaces the forced subtitle',
        () => state().captions.choice !== null && !root.textContent.includes(forcedText)
      );
      player.player!.captions.toggle();
      await until(
        'the forced subtitle is rendered again',
        () => player.shadowRoot!.querySelector('jet-captions')?.shadowRoot?.textContent.includes(forcedText) === true
      );
      expect(state().captions.choice).to.equal(null);
    });
  }

  it('change the mode of text tracks at most 20 times while the source loads, with dash.js', async () => {
    // Forced subtitles wait for the audio track; without that, the player would change the modes again and again.
    const { get, set } = Object.getOwnPropertyDescriptor(TextTrack.prototype, 'mode')!;
    let modeChanges = 0;
    const countingSetter = function (this: TextTrack, mode: TextTrackMode) {
      modeChanges++;
      set!.call(this, mode);
    };
    Object.defineProperty(TextTrack.prototype, 'mode', { get, set: countingSetter, configurable: true });
    try {
      await mountBuiltPlayer(`${textFixtures}/manifest.mpd`);
    } finally {
      Object.defineProperty(TextTrack.prototype, 'mode', { get, set, configurable: true });
    }
    expect(modeChanges).to.be.within(2, 20);
  });
});

describe('audio description', () => {
  expectNoThirdPartyRequests();

  for (const { engine, src } of sources) {
    it(`is turned on and off by a button of the control bar, with ${engine}`, async () => {
      const player = await mountBuiltPlayer(src);
      // dash.js changes the audio track, and reports it, only during playback.
      await player.play();
      const activeKind = () => {
        const { tracks, choice } = player.player!.state.current.audio;
        return tracks.find(({ id }) => id === choice)?.kind;
      };
      const button = () => player.shadowRoot!.querySelector<HTMLElement>('[part=description]');
      await until('the audio description button is rendered', () => button() !== null && activeKind() === 'main');
      expect(button()!.ariaPressed).to.equal('false');
      button()!.click();
      await until('the audio description is active', () => activeKind() === 'descriptions' && button()!.ariaPressed === 'true');
      button()!.click();
      await until('the main audio track is active', () => activeKind() === 'main' && button()!.ariaPressed === 'false');
    });
  }
});

describe('the transcript', () => {
  expectNoThirdPartyRequests();

  it('contains all subtitles, not only those near the playback position, with hls.js', async () => {
    const player = await mountBuiltPlayer('/media/cmaf/master.m3u8');
    await seekTo(player, 55);
    await until('both tracks are listed', () => player.player!.state.current.captions.tracks.length === 2);
    player.player!.captions.toggle();
    await until('some cues are loaded', () => (player.textTracks[0]!.cues?.length ?? 0) > 0);
    expect(player.textTracks[0]!.cues!.length, 'only cues near the playback position').to.be.lessThan(10);
    player.player!.transcript.read(true);
    await until('the transcript has all lines', () => player.player!.state.current.transcript.lines.length === 10);
    expect(player.player!.state.current.transcript.lines[0]!.text).to.equal('First light on the delta. The mills are already at work.');
  });
});

describe('text descriptions', () => {
  expectNoThirdPartyRequests();

  it('are put in a live region at their times while they are turned on', async () => {
    const descriptions = 'data:text/vtt,WEBVTT%0A%0A00:01.000 --> 00:03.000%0AA <b>mill</b> turns.';
    const player = await mountBuiltPlayer('/media/film.mp4', {
      children: `<track kind="descriptions" srclang="en" src="${descriptions}">`
    });
    const liveRegionText = () => player.shadowRoot!.querySelector('[aria-live=assertive]')!.textContent;
    const button = () => player.shadowRoot!.querySelector<HTMLElement>('[part=description]');
    await until('the audio description button is rendered', () => button() !== null);
    await seekTo(player, 2);
    expect(liveRegionText()).to.equal('');
    button()!.click();
    await until('the live region has the text', () => liveRegionText() === 'A mill turns.');
    await seekTo(player, 5);
    await until('the description has ended', () => liveRegionText() === '');
    button()!.click();
    await until('descriptions are off', () => button()!.ariaPressed === 'false');
  });
});
