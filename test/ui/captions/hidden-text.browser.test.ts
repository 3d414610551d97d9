import { expect } from 'chai';
import type { JetPlayer } from '../../../src/ui/jet-player.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer, seekTo } from '../mount-built-player.js';

const children = '<track kind="captions" srclang="en" label="English" src="/media/captions/en.vtt">';

/** Words of three lines of the captions; the first line is shown from second 2 to 6. */
const [shownWords, laterWords, lastWords] = ['First light', 'A white sail', 'Poplars'] as const;
const allWords = [shownWords, laterWords, lastWords];

/** Returns the markup of a node and of all shadow roots below it, which contains every text and every attribute. */
function markupOf(root: Element | ShadowRoot): string {
  const shadowRoots = [...root.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter((each) => each !== null);
  const own = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  return [root instanceof Element ? root.outerHTML : root.innerHTML, ...[...own, ...shadowRoots].map(markupOf)].join('\n');
}

const wordsOnPage = (): string[] => {
  const markup = markupOf(document.documentElement).replace(/\s+/g, ' ');
  return allWords.filter((words) => markup.includes(words));
};

/** Opens the transcript from the settings menu. */
async function openTranscript(player: JetPlayer): Promise<void> {
  const menu = player.shadowRoot!.querySelector('jet-menu[part=settings]')!.shadowRoot!;
  menu.querySelector('button')!.click();
  for (const key of ['captions', 'transcript']) {
    await until(`the menu has the item ${key}`, () => menu.querySelector(`[data-key=${key}]`) !== null);
    menu.querySelector<HTMLElement>(`[data-key=${key}]`)!.click();
  }
}

describe('the text of captions', () => {
  expectNoThirdPartyRequests();

  it('is not in the markup of the page before the viewer turns captions on', async () => {
    const player = await mountBuiltPlayer('/media/film.mp4', { children });
    await seekTo(player, 3);
    await player.play();
    await until('the video plays', () => player.currentTime > 3.2);
    player.pause();
    await until('the captions are listed', () => player.player!.state.current.captions.tracks.length === 1);
    expect(wordsOnPage()).to.deep.equal([]);
  });

  it('is in the markup line by line while captions are on, and whole only while the transcript is open', async () => {
    const player = await mountBuiltPlayer('/media/film.mp4', { children });
    player.player!.captions.toggle();
    await seekTo(player, 3);
    await until('canary: the shown line is found', () => wordsOnPage().length > 0);
    expect(wordsOnPage()).to.deep.equal([shownWords]);
    await openTranscript(player);
    await until('canary: every line is found', () => wordsOnPage().length === allWords.length);
    player.shadowRoot!.querySelector('jet-dialog')!.shadowRoot!.querySelector<HTMLElement>('.head button')!.click();
    await until('the lines of the transcript are removed', () => wordsOnPage().length === 1);
    player.player!.captions.toggle();
    await until('the shown line is removed', () => wordsOnPage().length === 0);
  });

  it('is not in the markup when the transcript is opened while captions are off', async () => {
    const player = await mountBuiltPlayer('/media/film.mp4', { children });
    await openTranscript(player);
    await until('the transcript offers to turn captions on', () => {
      const panel = player.shadowRoot!.querySelector('jet-transcript')?.shadowRoot;
      return panel?.querySelector('button.on') != null;
    });
    expect(wordsOnPage()).to.deep.equal([]);
  });

  it('canary: markupOf() finds text in a nested shadow root and in an attribute', () => {
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: 'nested', title: 'named' }));
    expect(markupOf(outer)).to.contain('nested').and.to.contain('named');
  });
});
