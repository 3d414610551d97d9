import { expect } from 'chai';
import { until } from '../../support/until.js';
import { mount, playingState, type TestPlayer } from '../mount.js';

const labelOf = (player: TestPlayer) => player.shadowRoot!.querySelector<HTMLElement>('.ai-label');

/** Mounts a labelled player in a box, in a page with this style sheet. */
async function mountStyled(css: string): Promise<TestPlayer> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const player = await mount(playingState, { 'ai-label': 'generated' });
  await until('the label is in the player', () => labelOf(player) !== null);
  const box = document.createElement('div');
  box.className = 'box';
  player.before(box);
  box.append(player);
  await player.updateComplete;
  return player;
}

/** Style sheets with which a page hides the label together with its surroundings. */
const hiding = [
  'test-player { display: none }',
  'test-player { visibility: hidden }',
  'test-player { opacity: 0 }',
  'test-player { opacity: 0.2 }',
  'test-player { transform: scale(0) }',
  'test-player { transform: scale(0.2) }',
  'test-player { clip-path: inset(60px 0 0 0) }',
  'test-player { clip-path: inset(20%) }',
  'test-player { clip-path: circle(40%) }',
  'test-player { content-visibility: hidden }',
  'test-player { inline-size: 60px; block-size: 0; aspect-ratio: auto }',
  'test-player::part(frame) { display: none }',
  'test-player::part(frame) { visibility: hidden }',
  'test-player::part(frame) { opacity: 0 }',
  'test-player::part(frame) { inset-block-start: -60px }',
  'test-player::part(frame) { clip-path: polygon(0 0, 1px 0, 0 1px) }',
  '.box { opacity: 0 }',
  '.box { overflow: hidden; block-size: 0 }',
  '.box { overflow: clip } test-player { inset-block-start: -60px }'
];

/** Style sheets that do not hide the label: what a page sets does not reach it, or leaves it visible. */
const harmless = [
  '',
  'test-player { color: transparent; -webkit-text-fill-color: transparent; font-size: 0; line-height: 0; text-indent: -999px }',
  'test-player { --jet-text: transparent; --jet-font-size: 0; --jet-gap: 999px; --jet-panel-text: transparent; --_ai-inset: -99px }',
  '.ai-label, test-player .ai-label, test-player::part(ai-label) { display: none !important }',
  'div, span { display: none !important } .box { display: block !important }',
  'test-player { clip-path: inset(0 round 12px); border-radius: 12px; overflow: hidden }',
  'test-player { opacity: 0.9 }',
  '.box { overflow: auto; block-size: 100px }',
  '.box { writing-mode: vertical-rl; inline-size: 400px; block-size: 640px } test-player { inline-size: 300px }'
];

describe('privacyReport().aiLabel', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  for (const css of hiding) {
    it(`is "hidden" with ${css}`, async () => {
      expect((await mountStyled(css)).privacyReport().aiLabel).to.equal('hidden');
    });
  }

  for (const css of harmless) {
    it(`is "visible" with ${css || 'no style sheet'}`, async () => {
      const player = await mountStyled(css);
      expect(player.privacyReport().aiLabel).to.equal('visible');
      const { fontSize, color, textIndent } = getComputedStyle(labelOf(player)!);
      expect([Number.parseFloat(fontSize) >= 12, color, textIndent]).to.deep.equal([true, 'rgb(255, 255, 255)', '0px']);
    });
  }

  it('changes with a style sheet of the page, in both directions', async () => {
    const player = await mountStyled('');
    player.style.opacity = '0';
    expect(player.privacyReport().aiLabel).to.equal('hidden');
    player.style.opacity = '';
    expect(player.privacyReport().aiLabel).to.equal('visible');
  });
});
