import { expect } from 'chai';
import type { CaptionStyle } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { mountBuiltPlayer } from '../mount-built-player.js';
import { captionBoxes, showCaptions, waitForCaptionRoot, waitForCaptionTexts } from './rendered-captions.js';

const videoUrl = '/media/film.mp4';

/** Mounts the demo video with a caption, and returns access to its style. */
async function mountWithCaption() {
  const player = await mountBuiltPlayer(videoUrl);
  showCaptions(player, [0, 60, 'Caption']);
  const root = await waitForCaptionRoot(player);
  await waitForCaptionTexts(root, 'Caption');
  const style = () => player.player!.state.current.captions.style;
  return {
    player,
    style,
    captionBox: () => captionBoxes(root)[0]!,
    setStyle: player.player!.captions.setStyle,
    computedStyle: () => getComputedStyle(captionBoxes(root)[0]!)
  };
}

describe('the style of captions', () => {
  expectNoThirdPartyRequests();

  it('is set with setStyle(): size, colour, background, edge and position', async () => {
    const { player, setStyle, captionBox, computedStyle } = await mountWithCaption();
    const defaultFontSize = parseFloat(computedStyle().fontSize);
    setStyle({ size: 1.5, color: '#ffff00', background: '#0000ff', opacity: 0.5, edge: 'outline', position: 'top' });
    await until('the caption is larger', () => parseFloat(computedStyle().fontSize) > defaultFontSize * 1.45);
    expect(computedStyle().color).to.equal('rgb(255, 255, 0)');
    expect(computedStyle().backgroundColor).to.equal('rgba(0, 0, 255, 0.5)');
    expect(computedStyle().textShadow.match(/rgb\(0, 0, 0\)/g)?.length, 'an outline on all sides').to.equal(8);
    const middle = player.getBoundingClientRect().top + player.clientHeight / 2;
    await until('the caption is in the upper half', () => captionBox().getBoundingClientRect().bottom < middle);
    setStyle({ color: '#000000' });
    await until('dark text has a light outline', () => computedStyle().textShadow.includes('rgb(255, 255, 255)'));
  });

  it('comes from the custom properties of the page until the viewer changes it', async () => {
    const { player, setStyle, computedStyle } = await mountWithCaption();
    player.style.setProperty('--jet-cue-background', 'rgb(10, 20, 30)');
    player.style.setProperty('--jet-cue-text', 'rgb(1, 2, 3)');
    expect([computedStyle().backgroundColor, computedStyle().color]).to.deep.equal(['rgb(10, 20, 30)', 'rgb(1, 2, 3)']);
    setStyle({ opacity: 0 });
    await until('the background is gone', () => computedStyle().backgroundColor === 'rgba(0, 0, 0, 0)');
    expect(computedStyle().color).to.equal('rgb(1, 2, 3)');
  });

  it('does not change when setStyle() receives invalid values', async () => {
    const { style, setStyle } = await mountWithCaption();
    const initialStyle = style();
    const invalidStyle = {
      size: 99,
      color: 'url(https://evil.test)',
      background: 'red',
      opacity: NaN,
      edge: 'x',
      position: 1,
      other: 1,
      constructor: 2
    };
    setStyle(invalidStyle as unknown as Partial<CaptionStyle>);
    setStyle(null as unknown as Partial<CaptionStyle>);
    expect(style()).to.deep.equal(initialStyle);
  });

  it('can be set and reset in a panel beside the video, which shows a sample', async () => {
    const { player, style, computedStyle } = await mountWithCaption();
    player.shadowRoot!.querySelector<HTMLElement>('jet-menu[part=settings]')!.shadowRoot!.querySelector('button')!.click();
    const menuItem = (key: string) =>
      player.shadowRoot!.querySelector('jet-menu[part=settings]')!.shadowRoot!.querySelector<HTMLElement>(`[data-key=${key}]`);
    for (const key of ['captions', 'caption-style']) {
      await until(`the menu has ${key}`, () => menuItem(key) !== null);
      menuItem(key)!.click();
    }
    const panel = () => player.shadowRoot!.querySelector('jet-caption-style')?.shadowRoot;
    await until('the panel is rendered', () => Boolean(panel()?.querySelector('input')));
    const choose = (row: string, index: number) => panel()!.querySelectorAll<HTMLElement>(`input[name=${row}]`)[index]!.click();
    choose('color', 1);
    choose('size', 4);
    choose('edge', 2);
    choose('position', 2);
    await until('the style is set', () => style().position === 'top');
    expect(style()).to.deep.include({ color: '#ffff00', size: 2, edge: 'shadow' });
    await until('the caption has the new style', () => computedStyle().color === 'rgb(255, 255, 0)');
    const sample = getComputedStyle(panel()!.querySelector('.sample > span')!);
    expect([sample.color, sample.textShadow !== 'none']).to.deep.equal(['rgb(255, 255, 0)', true]);
    expect(player.shadowRoot!.querySelector('.bar')!.hasAttribute('inert'), 'the control bar is still usable').to.equal(false);
    panel()!.querySelector('button')!.click();
    await until('the style is reset', () => style().size === 1 && style().color === '#ffffff');
  });
});
