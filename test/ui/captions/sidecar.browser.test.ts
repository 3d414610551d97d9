import { expect } from 'chai';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';
import { waitForCaptionRoot, waitForCaptionTexts } from './rendered-captions.js';

const videoUrl = '/media/film.mp4';
const blobUrlOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
const trackMarkup = (src: string) => `<track kind="captions" srclang="en" label="English" src="${src}">`;

/** Mounts the demo video with a caption file of this text, and waits until its cues are read. */
async function mountWithCaptions(text: string) {
  const player = await mountBuiltPlayer(videoUrl, { children: trackMarkup(blobUrlOf(text)) });
  player.player!.captions.toggle();
  await until('the cues are read', () => (player.textTracks[0]!.cues?.length ?? 0) > 0);
  return player;
}

describe('sidecar caption files', () => {
  expectNoThirdPartyRequests();

  it('are shown when they are SubRip', async () => {
    const player = await mountBuiltPlayer(videoUrl, { children: trackMarkup('/test/fixtures/text/film.srt') });
    player.player!.captions.toggle();
    await seekTo(player, 1.5);
    const root = await waitForCaptionRoot(player);
    await waitForCaptionTexts(root, 'One < two');
    expect(root.querySelector('.cue i')!.textContent).to.equal('two');
    await seekTo(player, 3.5);
    await waitForCaptionTexts(root, 'Three &\nfour');
  });

  it('keep 50 of 60,000 cues with the same time, and playback continues', async function () {
    this.timeout(60_000);
    const cues = Array.from({ length: 60_000 }, (_, index) => `00:00.000 --> 01:00.000\nCue ${index}\n\n`).join('');
    const player = await mountWithCaptions(`WEBVTT\n\n${cues}`);
    expect(player.textTracks[0]!.cues!.length).to.equal(50);
    await player.play();
    await until('playback continues', () => player.currentTime > 2);
  });

  it('keep 32 of the 10,000 nested tags of a cue', async () => {
    const player = await mountWithCaptions(`WEBVTT\n\n00:00.000 --> 00:30.000\n${'<b>'.repeat(10_000)}deep`);
    const root = await waitForCaptionRoot(player);
    await until('the caption is rendered', () => root.querySelectorAll('.cue b').length === 32);
  });

  it('keep the whole text of a metadata cue, and 50 of 20,000 metadata cues with the same time', async () => {
    const data = JSON.stringify({ image: 'A'.repeat(20_000), markup: '<b>'.repeat(10_000) });
    const cuesOfOneTime = `02:00.000 --> 03:00.000\nx\n\n`.repeat(20_000);
    const src = blobUrlOf(`WEBVTT\n\n00:01.000 --> 00:30.000\n${data}\n\n${cuesOfOneTime}`);
    const player = await mountBuiltPlayer(videoUrl, { children: `<track kind="metadata" src="${src}">` });
    const metadata = player.textTracks[0]!;
    metadata.mode = 'hidden';
    await until('the cues are read', () => (metadata.cues?.length ?? 0) > 0);
    expect((metadata.cues![0] as VTTCue).text === data, 'the same text').to.equal(true);
    expect(metadata.cues!.length).to.equal(51);
    await player.play();
    await until('the cue is active, and playback continues', () => metadata.activeCues!.length === 1 && player.currentTime > 1.5);
  });

  it('cause no third-party request by the URLs in their style sheets', async () => {
    const hostileUrl = 'https://style.evil.test/x';
    const styles = `STYLE\n@import url(${hostileUrl});\n::cue { background-image: url(${hostileUrl}); font: 1em x }\n\nSTYLE\n@font-face { font-family: x; src: url(${hostileUrl}) }`;
    const player = await mountWithCaptions(`WEBVTT\n\n${styles}\n\n00:00.000 --> 00:30.000\n<c.x>Words</c>`);
    await waitForCaptionTexts(await waitForCaptionRoot(player), 'Words');
    // Without controls, the browser renders the captions itself.
    player.nocontrols = true;
    await player.updateComplete;
    await player.play();
    await until('the browser has rendered the caption', () => player.currentTime > 0.5);
  });

  it('are shown when they are 10 MB long, and playback continues', async () => {
    const cueMarkup = (index: number) => {
      const time = new Date(index * 400).toISOString().slice(11, 23);
      return `${time} --> ${new Date(index * 400 + 350).toISOString().slice(11, 23)}\nLine ${index} ${'word '.repeat(8)}end`;
    };
    const text = `WEBVTT\n\n${Array.from({ length: 140_000 }, (_, index) => cueMarkup(index)).join('\n\n')}`;
    expect(text.length).to.be.greaterThan(10 * 1024 * 1024);
    const player = await mountWithCaptions(text);
    await until('all cues are read', () => player.textTracks[0]!.cues!.length === 140_000);
    await seekTo(player, 40.1);
    await waitForCaptionTexts(await waitForCaptionRoot(player), `Line 100 ${'word '.repeat(8)}end`);
    player.player!.transcript.read(true);
    const transcript = () => player.player!.state.current.transcript;
    await until('the transcript has its lines', () => transcript().lines.length > 0);
    expect([transcript().lines.length, transcript().current]).to.deep.equal([20_000, 100]);
    const position = player.currentTime;
    await player.play();
    await until('the video plays', () => player.currentTime > position + 0.5);
  });

  it('have no cues when they are 17 MB long, and the video plays without them', async () => {
    const player = await mountBuiltPlayer(videoUrl, {
      children: trackMarkup(blobUrlOf(`WEBVTT\n\n00:00.000 --> 00:09.000\n${'x'.repeat(17 * 1024 * 1024)}`))
    });
    player.player!.captions.toggle();
    await player.play();
    await until('the video plays', () => player.currentTime > 1);
    expect(player.textTracks[0]!.cues?.length ?? 0).to.equal(0);
  });

  it('can be added, changed and removed without a change of the selected track', async () => {
    const player = await mountBuiltPlayer(videoUrl, { children: trackMarkup('/media/captions/en.vtt') });
    localStorage.removeItem('jet-player');
    player.storage = 'local';
    const { captions } = player.player!;
    const storedPreferences = () => JSON.parse(localStorage.getItem('jet-player') ?? '{}') as { captions?: unknown };
    const listedLanguages = () => player.player!.state.current.captions.tracks.map(({ language }) => language).join();
    const selectedLanguage = () => {
      const { tracks, choice } = player.player!.state.current.captions;
      return tracks.find(({ id }) => id === choice)?.language;
    };
    try {
      captions.toggle();
      await player.play();
      await until('the choice is stored', () => storedPreferences().captions === 'en' && (player.textTracks[0]!.cues?.length ?? 0) > 0);
      const [firstTrack] = player.textTracks;
      const fragment = document.createRange().createContextualFragment(`
        <track kind="subtitles" srclang="fr" src="/media/captions/nl.vtt">
        <track kind="subtitles" srclang="nl" src="/media/captions/nl.vtt" default>`);
      const [french, dutch] = fragment.children as unknown as [HTMLTrackElement, HTMLTrackElement];
      player.prepend(french);
      await until('the second track is listed, in the order of the page', () => listedLanguages() === 'fr,en');
      player.append(dutch);
      await until('the third track is listed', () => listedLanguages() === 'fr,en,nl');
      french.label = 'Français';
      await until('the changed label is listed', () => player.player!.state.current.captions.tracks[0]?.label === 'Français');
      french.remove();
      await until('the removed track is no longer listed', () => listedLanguages() === 'en,nl');
      expect([selectedLanguage(), storedPreferences().captions]).to.deep.equal(['en', 'en']);
      expect(player.textTracks[0], 'the same track').to.equal(firstTrack);
      expect([...player.textTracks].map(({ mode }) => mode)).to.deep.equal(['showing', 'disabled']);
      // A new source restores the selected tracks.
      player.player!.source.retry();
      await until('the source has reloaded', () => player.readyState >= 2 && player.player!.session.status === 'ready');
      expect(selectedLanguage()).to.equal('en');
    } finally {
      player.remove();
      localStorage.removeItem('jet-player');
    }
  });

  it('have a label in the menu when their language is unknown', async () => {
    const children = ['x-klingon', 'not a tag', 'zz-ZZ', '']
      .map((tag) => `<track kind="captions" srclang="${tag}" src="/media/captions/en.vtt">`)
      .join('');
    const player = await mountBuiltPlayer(videoUrl, { children });
    await until('the tracks are listed', () => player.player!.state.current.captions.tracks.length === 4);
    const menu = player.shadowRoot!.querySelector<HTMLElementTagNameMap['jet-menu']>('jet-menu[part=settings]')!;
    const captionsItem = menu.items.find((item) => item?.name === 'captions');
    const labels = captionsItem && 'choices' in captionsItem ? captionsItem.choices.map(({ label }) => label) : [];
    expect(labels).to.have.length(5);
    expect(labels.every((label) => label.trim() !== '')).to.equal(true);
  });
});
