import { expect } from 'chai';
import { mount, part, playingState, type TestPlayer } from '../mount.js';

type Rgb = readonly [number, number, number];

/** Returns the RGB values of a CSS colour on a background; the browser converts any notation to pixels. */
function rgbOf(color: string, background: string): Rgb {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  for (const style of [background, color]) {
    canvas.fillStyle = style;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) as unknown as Rgb;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (color: Rgb): number => {
  const [red, green, blue] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const colorOf = (element: Element, property: 'color' | 'backgroundColor'): string => getComputedStyle(element)[property];

async function openQualityMenu(player: TestPlayer): Promise<{ panel: HTMLElement; checkedItem: HTMLElement }> {
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  await menu.updateComplete;
  menu.shadowRoot!.querySelector<HTMLElement>('.item')!.click();
  await menu.updateComplete;
  const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
  return { panel, checkedItem: panel.querySelector<HTMLElement>('[aria-checked=true]')! };
}

const accents = [
  '#000',
  '#fff',
  '#f00',
  '#00f',
  '#0f0',
  '#ff0',
  '#5b2bd9',
  '#777',
  '#1a1a2e',
  '#ffe8d6',
  'rebeccapurple',
  'hsl(200 90% 45%)'
];

describe('colours', () => {
  for (const accent of accents) {
    it(`have sufficient contrast on the accent, over the video and on both panels with --jet-accent: ${accent}`, async () => {
      const player = await mount({ ...playingState, playback: { autoplayBlocked: true } });
      player.style.setProperty('--jet-accent', accent);
      const prompt = part(player, 'prompt');
      const accentBackground = rgbOf(colorOf(prompt, 'backgroundColor'), '#000');
      expect(contrast(rgbOf(colorOf(prompt, 'color'), '#000'), accentBackground), 'on the accent').to.be.at.least(4.5);
      const fill = part(player, 'seek', '.fill');
      expect(contrast(rgbOf(colorOf(fill, 'backgroundColor'), '#000'), [0x12, 0x16, 0x1c]), 'seek bar').to.be.at.least(3);
      for (const scheme of ['dark', 'light']) {
        player.style.setProperty('color-scheme', scheme);
        const { panel, checkedItem } = await openQualityMenu(player);
        const panelBackground = rgbOf(colorOf(panel, 'backgroundColor'), scheme === 'light' ? '#000' : '#fff');
        expect(contrast(rgbOf(colorOf(checkedItem, 'color'), '#000'), panelBackground), `${scheme} panel`).to.be.at.least(4.5);
        expect(contrast(rgbOf(colorOf(panel, 'color'), '#000'), panelBackground), `${scheme} text`).to.be.at.least(7);
        part(player, 'settings', 'button').click();
      }
    });
  }

  it('are dark by default, and follow --jet-color-scheme and color-scheme of the page', async () => {
    const player = await mount(playingState);
    const panelLuminance = async () => luminance(rgbOf(colorOf((await openQualityMenu(player)).panel, 'backgroundColor'), '#888'));
    const close = () => part(player, 'settings', 'button').click();
    expect(await panelLuminance()).to.be.lessThan(0.1);
    close();
    player.style.setProperty('--jet-color-scheme', 'light');
    expect(await panelLuminance()).to.be.greaterThan(0.7);
    close();
    player.style.setProperty('color-scheme', 'dark');
    expect(await panelLuminance()).to.be.lessThan(0.1);
  });

  it('on the accent come from --jet-on-accent when the page sets it', async () => {
    const player = await mount({ ...playingState, playback: { autoplayBlocked: true } });
    player.style.setProperty('--jet-on-accent', 'rgb(1, 2, 3)');
    expect(colorOf(part(player, 'prompt'), 'color')).to.equal('rgb(1, 2, 3)');
  });
});
