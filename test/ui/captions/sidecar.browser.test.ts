import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { drawing, goTo, says, shipped } from './drawn.js';

const video = '/media/film.mp4';
const here = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
const track = (src: string, more = '') => `<track kind="captions" srclang="en" label="English" src="${src}" ${more}>`;

async function captioned(text: string) {
  const player = await shipped(video, { children: track(here(text)) });
  player.player!.captions.toggle();
  await until('the cues are read', () => (player.textTracks[0]!.cues?.length ?? 0) > 0);
  return player;
}

describe('sidecar caption files', () => {
  expectNoThirdPartyRequests();

  it('are shown when they are SubRip', async () => {
    const player = await shipped(video, { children: track('/test/fixtures/text/film.srt') });
    player.player!.captions.toggle();
    await goTo(player, 1.5);
    const root = await drawing(player);
    await says(root, 'One < two');
    expect(root.querySelector('.cue i')!.textContent).to.equal('two');
    await goTo(player, 3.5);
    await says(root, 'Three &\nfour');
  });

  it('keep 50 of 60,000 cues of one time, and the video plays on', async function () {
    this.timeout(60_000);
    const cues = Array.from({ length: 60_000 }, (_, at) => `00:00.000 --> 01:00.000\nCue ${at}\n\n`).join('');
    const player = await captioned(`WEBVTT\n\n${cues}`);
    expect(player.textTracks[0]!.cues!.length).to.equal(50);
    await player.play();
    await until('the video plays on', () => player.currentTime > 2);
  });

  it('keep 32 of 10,000 nested tags', async () => {
    const player = await captioned(`WEBVTT\n\n00:00.000 --> 00:30.000\n${'<b>'.repeat(10_000)}deep`);
    const root = await drawing(player);
    await until('it is drawn', () => root.querySelectorAll('.cue b').length === 32);
  });

  it('keep the text of metadata, which is not drawn, and 50 cues of one time', async () => {
    const data = JSON.stringify({ image: 'A'.repeat(20_000), markup: '<b>'.repeat(10_000) });
    const many = `02:00.000 --> 03:00.000\nx\n\n`.repeat(20_000);
    const src = here(`WEBVTT\n\n00:01.000 --> 00:30.000\n${data}\n\n${many}`);
    const player = await shipped(video, { children: `<track kind="metadata" src="${src}">` });
    const metadata = player.textTracks[0]!;
    metadata.mode = 'hidden';
    await until('the cues are read', () => (metadata.cues?.length ?? 0) > 0);
    expect((metadata.cues![0] as VTTCue).text === data, 'the same text').to.equal(true);
    expect(metadata.cues!.length).to.equal(51);
    await player.play();
    await until('its cue is active, and the video plays on', () => metadata.activeCues!.length === 1 && player.currentTime > 1.5);
  });

  it('request nothing when they have style sheets', async () => {
    const evil = 'https://style.evil.test/x';
    const styles = `STYLE\n@import url(${evil});\n::cue { background-image: url(${evil}); font: 1em x }\n\nSTYLE\n@font-face { font-family: x; src: url(${evil}) }`;
    const player = await captioned(`WEBVTT\n\n${styles}\n\n00:00.000 --> 00:30.000\n<c.x>Words</c>`);
    await says(await drawing(player), 'Words');
    // The browser renders them when the player does not.
    player.nocontrols = true;
    await player.updateComplete;
    await player.play();
    await until('it was rendered', () => player.currentTime > 0.5);
  });

  it('are shown when they are 10 MB long, and playback continues', async () => {
    const line = (i: number) => {
      const time = new Date(i * 400).toISOString().slice(11, 23);
      return `${time} --> ${new Date(i * 400 + 350).toISOString().slice(11, 23)}\nLine ${i} ${'word '.repeat(8)}end`;
    };
    const text = `WEBVTT\n\n${Array.from({ length: 140_000 }, (_, i) => line(i)).join('\n\n')}`;
    expect(text.length).to.be.greaterThan(10 * 1024 * 1024);
    const player = await captioned(text);
    await until('all of it is read', () => player.textTracks[0]!.cues!.length === 140_000);
    await goTo(player, 40.1);
    await says(await drawing(player), `Line 100 ${'word '.repeat(8)}end`);
    player.player!.transcript.read(true);
    const written = () => player.player!.state.current.transcript;
    await until('it is stored', () => written().lines.length > 0);
    expect([written().lines.length, written().current]).to.deep.equal([20_000, 100]);
    const before = player.currentTime;
    await player.play();
    await until('it plays', () => player.currentTime > before + 0.5);
  });

  it('are not read when they are too long', async () => {
    const player = await shipped(video, { children: track(here(`WEBVTT\n\n00:00.000 --> 00:09.000\n${'x'.repeat(17 * 1024 * 1024)}`)) });
    player.player!.captions.toggle();
    await player.play();
    await until('it plays', () => player.currentTime > 1);
    expect(player.textTracks[0]!.cues?.length ?? 0).to.equal(0);
  });

  it('are added and removed without effect on the others', async () => {
    const player = await shipped(video, { children: track('/media/captions/en.vtt') });
    localStorage.removeItem('jet-player');
    player.storage = 'local';
    const { captions } = player.player!;
    const record = () => JSON.parse(localStorage.getItem('jet-player') ?? '{}') as { captions?: unknown };
    const listed = () => player.player!.state.current.captions.tracks.map(({ language }) => language).join();
    const chosen = () => {
      const { tracks, choice } = player.player!.state.current.captions;
      return tracks.find(({ id }) => id === choice)?.language;
    };
    try {
      captions.toggle();
      await player.play();
      await until('the choice is kept', () => record().captions === 'en' && (player.textTracks[0]!.cues?.length ?? 0) > 0);
      const [shown] = player.textTracks;
      const page = document.createRange().createContextualFragment(`
        <track kind="subtitles" srclang="fr" src="/media/captions/nl.vtt">
        <track kind="subtitles" srclang="nl" src="/media/captions/nl.vtt" default>`);
      const [french, dutch] = page.children as unknown as [HTMLTrackElement, HTMLTrackElement];
      player.prepend(french);
      await until('there is another, in the order of the page', () => listed() === 'fr,en');
      player.append(dutch);
      await until('there is a third', () => listed() === 'fr,en,nl');
      french.label = 'Français';
      await until('one has changed', () => player.player!.state.current.captions.tracks[0]?.label === 'Français');
      french.remove();
      await until('one has gone', () => listed() === 'en,nl');
      expect([chosen(), record().captions]).to.deep.equal(['en', 'en']);
      expect(player.textTracks[0], 'the same track').to.equal(shown);
      expect([...player.textTracks].map(({ mode }) => mode)).to.deep.equal(['showing', 'disabled']);
      // A new source restores the selected tracks.
      player.player!.source.retry();
      await until('it has reloaded', () => player.readyState >= 2 && player.player!.session.status === 'ready');
      expect(chosen()).to.equal('en');
    } finally {
      player.remove();
      localStorage.removeItem('jet-player');
    }
  });

  it('are shown when their language is unknown', async () => {
    const children = ['x-klingon', 'not a tag', 'zz-ZZ', '']
      .map((tag) => `<track kind="captions" srclang="${tag}" src="/media/captions/en.vtt">`)
      .join('');
    const player = await shipped(video, { children });
    await until('they are listed', () => player.player!.state.current.captions.tracks.length === 4);
    const menu = player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]')!;
    const page = menu.items.find((item) => item?.name === 'captions');
    const labels = page && 'choices' in page ? page.choices.map(({ label }) => label) : [];
    expect(labels).to.have.length(5);
    expect(labels.every((label) => label.trim() !== '')).to.equal(true);
  });
});
