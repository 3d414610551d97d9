import { expect } from 'chai';
import type { CaptionStyle } from '../../../src/media/index.js';
import { expectNoThirdPartyRequests } from '../../support/third-party-requests.js';
import { until } from '../../support/until.js';
import { boxes, drawing, says, shipped, write } from './drawn.js';

const video = '/media/film.mp4';

async function written() {
  const player = await shipped(video);
  write(player, [0, 60, 'Looks']);
  const root = await drawing(player);
  await says(root, 'Looks');
  const style = () => player.player!.state.current.captions.style;
  return {
    player,
    style,
    box: () => boxes(root)[0]!,
    set: player.player!.captions.setStyle,
    looks: () => getComputedStyle(boxes(root)[0]!)
  };
}

describe('how captions look', () => {
  expectNoThirdPartyRequests();

  it('is set by the viewer: size, colour, background, edge and position', async () => {
    const { player, set, box, looks } = await written();
    const usual = parseFloat(looks().fontSize);
    set({ size: 1.5, color: '#ffff00', background: '#0000ff', opacity: 0.5, edge: 'outline', position: 'top' });
    await until('they are larger', () => parseFloat(looks().fontSize) > usual * 1.45);
    expect(looks().color).to.equal('rgb(255, 255, 0)');
    expect(looks().backgroundColor).to.equal('rgba(0, 0, 255, 0.5)');
    expect(looks().textShadow.match(/rgb\(0, 0, 0\)/g)?.length, 'an outline on all sides').to.equal(8);
    const middle = player.getBoundingClientRect().top + player.clientHeight / 2;
    await until('they are above', () => box().getBoundingClientRect().bottom < middle);
    set({ color: '#000000' });
    await until('dark text has a light outline', () => looks().textShadow.includes('rgb(255, 255, 255)'));
  });

  it('is the page’s own until the viewer changes it', async () => {
    const { player, set, looks } = await written();
    player.style.setProperty('--jet-cue-background', 'rgb(10, 20, 30)');
    player.style.setProperty('--jet-cue-text', 'rgb(1, 2, 3)');
    expect([looks().backgroundColor, looks().color]).to.deep.equal(['rgb(10, 20, 30)', 'rgb(1, 2, 3)']);
    set({ opacity: 0 });
    await until('the background is gone', () => looks().backgroundColor === 'rgba(0, 0, 0, 0)');
    expect(looks().color).to.equal('rgb(1, 2, 3)');
  });

  it('ignores invalid settings', async () => {
    const { style, set } = await written();
    const before = style();
    const nonsense = {
      size: 99,
      color: 'url(https://evil.test)',
      background: 'red',
      opacity: NaN,
      edge: 'x',
      position: 1,
      other: 1,
      constructor: 2
    };
    set(nonsense as unknown as Partial<CaptionStyle>);
    set(null as unknown as Partial<CaptionStyle>);
    expect(style()).to.deep.equal(before);
  });

  it('is set in a panel next to the video, with a live sample', async () => {
    const { player, style, looks } = await written();
    player.shadowRoot!.querySelector<HTMLElement>('jet-menu[part=settings]')!.shadowRoot!.querySelector('button')!.click();
    const line = (key: string) =>
      player.shadowRoot!.querySelector('jet-menu[part=settings]')!.shadowRoot!.querySelector<HTMLElement>(`[data-key=${key}]`);
    for (const key of ['captions', 'caption-style']) {
      await until(`the menu has ${key}`, () => line(key) !== null);
      line(key)!.click();
    }
    const panel = () => player.shadowRoot!.querySelector('jet-caption-style')?.shadowRoot;
    await until('the panel is there', () => Boolean(panel()?.querySelector('input')));
    const choose = (row: string, at: number) => panel()!.querySelectorAll<HTMLElement>(`input[name=${row}]`)[at]!.click();
    choose('color', 1);
    choose('size', 4);
    choose('edge', 2);
    choose('position', 2);
    await until('it is set', () => style().position === 'top');
    expect(style()).to.deep.include({ color: '#ffff00', size: 2, edge: 'shadow' });
    await until('the captions follow', () => looks().color === 'rgb(255, 255, 0)');
    const sample = getComputedStyle(panel()!.querySelector('.sample > span')!);
    expect([sample.color, sample.textShadow !== 'none']).to.deep.equal(['rgb(255, 255, 0)', true]);
    expect(player.shadowRoot!.querySelector('.bar')!.hasAttribute('inert'), 'the control bar is still usable').to.equal(false);
    panel()!.querySelector('button')!.click();
    await until('it is reset', () => style().size === 1 && style().color === '#ffffff');
  });
});
