import { expect } from 'chai';
import { mount, part, playing, type TestPlayer } from '../mount.js';

type Colour = readonly [number, number, number];

/** Returns the RGB values of a CSS colour; the browser converts any notation to pixels. */
function pixels(colour: string, under: string): Colour {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  for (const style of [under, colour]) {
    canvas.fillStyle = style;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) as unknown as Colour;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const colourOf = (element: Element, property: 'color' | 'backgroundColor'): string => getComputedStyle(element)[property];

async function menuOf(player: TestPlayer): Promise<{ panel: HTMLElement; chosen: HTMLElement }> {
  const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
  menu.shadowRoot!.querySelector('button')!.click();
  await menu.updateComplete;
  menu.shadowRoot!.querySelector<HTMLElement>('.item')!.click();
  await menu.updateComplete;
  const panel = menu.shadowRoot!.querySelector<HTMLElement>('[role=menu]')!;
  return { panel, chosen: panel.querySelector<HTMLElement>('[aria-checked=true]')! };
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
    it(`--jet-accent: ${accent} has sufficient contrast on itself, over the video, and on both panels`, async () => {
      const player = await mount({ ...playing, playback: { autoplayBlocked: true } });
      player.style.setProperty('--jet-accent', accent);
      const pill = part(player, 'prompt');
      const ground = pixels(colourOf(pill, 'backgroundColor'), '#000');
      expect(contrast(pixels(colourOf(pill, 'color'), '#000'), ground), 'on itself').to.be.at.least(4.5);
      const fill = part(player, 'seek', '.fill');
      expect(contrast(pixels(colourOf(fill, 'backgroundColor'), '#000'), [0x12, 0x16, 0x1c]), 'seek bar').to.be.at.least(3);
      for (const scheme of ['dark', 'light']) {
        player.style.setProperty('color-scheme', scheme);
        const { panel, chosen } = await menuOf(player);
        const under = pixels(colourOf(panel, 'backgroundColor'), scheme === 'light' ? '#000' : '#fff');
        expect(contrast(pixels(colourOf(chosen, 'color'), '#000'), under), `${scheme} panel`).to.be.at.least(4.5);
        expect(contrast(pixels(colourOf(panel, 'color'), '#000'), under), `${scheme} text`).to.be.at.least(7);
        part(player, 'settings', 'button').click();
      }
    });
  }

  it('are dark over a video in any system scheme, and follow the page when it sets a scheme', async () => {
    const player = await mount(playing);
    const panel = async () => luminance(pixels(colourOf((await menuOf(player)).panel, 'backgroundColor'), '#888'));
    const close = () => part(player, 'settings', 'button').click();
    expect(await panel()).to.be.lessThan(0.1);
    close();
    player.style.setProperty('--jet-color-scheme', 'light');
    expect(await panel()).to.be.greaterThan(0.7);
    close();
    player.style.setProperty('color-scheme', 'dark');
    expect(await panel()).to.be.lessThan(0.1);
  });

  it('--jet-on-accent overrides the automatic colour', async () => {
    const player = await mount({ ...playing, playback: { autoplayBlocked: true } });
    player.style.setProperty('--jet-on-accent', 'rgb(1, 2, 3)');
    expect(colourOf(part(player, 'prompt'), 'color')).to.equal('rgb(1, 2, 3)');
  });
});
