import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { drawing, goTo, shipped } from './drawn.js';

const texts = '/test/fixtures/text';
const dutch = 'Het eerste licht boven de';

describe('tracks with a purpose', () => {
  expectNoThirdPartyRequests();

  for (const { engine, src } of [
    { engine: 'hls.js', src: `${texts}/master.m3u8` },
    { engine: 'dash.js', src: `${texts}/manifest.mpd` }
  ]) {
    it(`forced subtitles are shown without being chosen, and are not listed, with ${engine}`, async () => {
      const player = await shipped(src);
      const state = () => player.player!.state.current;
      await until('the forced track shows', () => [...player.textTracks].some(({ mode }) => mode === 'showing'));
      await until('one track is listed', () => state().captions.tracks.length === 1);
      expect(state().captions.choice).to.equal(null);
      await goTo(player, 3);
      const root = await drawing(player);
      await until('it is rendered', () => root.textContent.includes(dutch));
      player.player!.captions.toggle();
      await until('a chosen track applies to both', () => state().captions.choice !== null && !root.textContent.includes(dutch));
      player.player!.captions.toggle();
      await until(
        'it is drawn again',
        () => player.shadowRoot!.querySelector('jet-captions')?.shadowRoot?.textContent.includes(dutch) === true
      );
      expect(state().captions.choice).to.equal(null);
    });

    it(`audio description is turned on and off by a button of the bar, with ${engine}`, async () => {
      const player = await shipped(src);
      // dash.js changes the audio track, and reports it, only during playback.
      await player.play();
      const activeKind = () => {
        const { tracks, choice } = player.player!.state.current.audio;
        return tracks.find(({ id }) => id === choice)?.kind;
      };
      const button = () => player.shadowRoot!.querySelector<HTMLElement>('[part=description]');
      await until('there is a button', () => button() !== null && activeKind() === 'main');
      expect(button()!.ariaPressed).to.equal('false');
      button()!.click();
      await until('the audio description is active', () => activeKind() === 'descriptions' && button()!.ariaPressed === 'true');
      button()!.click();
      await until('the main audio track is active', () => activeKind() === 'main' && button()!.ariaPressed === 'false');
    });
  }

  it('forced subtitles are not selected before the audio track is known, with dash.js', async () => {
    const { get, set } = Object.getOwnPropertyDescriptor(TextTrack.prototype, 'mode')!;
    let changes = 0;
    const count = function (this: TextTrack, mode: TextTrackMode) {
      changes++;
      set!.call(this, mode);
    };
    Object.defineProperty(TextTrack.prototype, 'mode', { get, set: count, configurable: true });
    try {
      await shipped(`${texts}/manifest.mpd`);
    } finally {
      Object.defineProperty(TextTrack.prototype, 'mode', { get, set, configurable: true });
    }
    expect(changes).to.be.within(2, 20);
  });

  it('a transcript also fetches subtitles that are not near the playback position, with hls.js', async () => {
    const player = await shipped('/media/cmaf/master.m3u8');
    await goTo(player, 55);
    await until('they are listed', () => player.player!.state.current.captions.tracks.length === 2);
    player.player!.captions.toggle();
    await until('there are some', () => (player.textTracks[0]!.cues?.length ?? 0) > 0);
    expect(player.textTracks[0]!.cues!.length, 'only cues near the playback position').to.be.lessThan(10);
    player.player!.transcript.read(true);
    await until('all lines are there', () => player.player!.state.current.transcript.lines.length === 10);
    expect(player.player!.state.current.transcript.lines[0]!.text).to.equal('First light on the delta. The mills are already at work.');
  });

  it('text descriptions are put in a live region when they are turned on', async () => {
    const descriptions = 'data:text/vtt,WEBVTT%0A%0A00:01.000 --> 00:03.000%0AA <b>mill</b> turns.';
    const player = await shipped('/media/film.mp4', { children: `<track kind="descriptions" srclang="en" src="${descriptions}">` });
    const region = () => player.shadowRoot!.querySelector('[aria-live=assertive]')!.textContent;
    const button = () => player.shadowRoot!.querySelector<HTMLElement>('[part=description]');
    await until('there is a button', () => button() !== null);
    await goTo(player, 2);
    expect(region()).to.equal('');
    button()!.click();
    await until('the live region has the text', () => region() === 'A mill turns.');
    await goTo(player, 5);
    await until('it is over', () => region() === '');
    button()!.click();
    await until('it is off', () => button()!.ariaPressed === 'false');
  });
});
