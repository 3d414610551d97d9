import { expect } from 'chai';
import { mount, part, playing, type TestPlayer } from '../mount.js';

const sheets = document.adoptedStyleSheets;

/** Adds CSS to the page, as a publisher would. */
function style(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...sheets, sheet];
}

async function sized(): Promise<TestPlayer> {
  const player = await mount(playing, { 'title-text': 'A day' });
  Object.assign(player.style, { width: '960px', height: '540px' });
  await new Promise(requestAnimationFrame);
  return player;
}

const distances = (player: TestPlayer): number[] => {
  const boxes = [...part(player, 'end').children].map((child) => child.getBoundingClientRect()).filter(({ width }) => width > 0);
  return boxes.slice(1).map(({ left }, index) => Math.round(left - boxes[index]!.right));
};

describe('themes', () => {
  afterEach(() => (document.adoptedStyleSheets = sheets));

  it('--jet-scrim is the colour of the whole shade, of the bar and of the title', async () => {
    const player = await sized();
    const shade = () => getComputedStyle(part(player, 'surface'), '::after');
    const usual = shade().backgroundColor;
    style('test-player { --jet-scrim: rgb(1 2 3) }');
    expect(usual).to.equal('rgba(0, 0, 0, 0.78)');
    expect(shade().backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(shade().backgroundImage, 'no other colour').to.equal('none');
    expect(getComputedStyle(part(player, 'top')).backgroundImage).to.contain('rgb(1, 2, 3)');
  });

  it('--jet-gap is the space around the bar, and --jet-control-gap that between its buttons', async () => {
    const player = await sized();
    expect(new Set(distances(player))).to.deep.equal(new Set([0]));
    style('test-player { --jet-gap: 31px; --jet-control-gap: 7px }');
    const frame = player.getBoundingClientRect();
    expect(Math.round(frame.right - part(player, 'end').getBoundingClientRect().right)).to.equal(31);
    expect(new Set(distances(player))).to.deep.equal(new Set([7]));
    const mute = part(player, 'mute').getBoundingClientRect();
    expect(Math.round(part(player, 'time').getBoundingClientRect().left - mute.right), 'the hidden volume slider has no gap').to.equal(7);
  });

  it('the groups of the bar, and the icon, note and tick of a menu row are parts', async () => {
    const player = await sized();
    style(
      'test-player::part(timeline), test-player::part(start), test-player::part(end) { outline: 3px solid rgb(1, 1, 1) } ' +
        'test-player::part(menu-item-icon), test-player::part(menu-item-note), test-player::part(menu-item-tick) { color: rgb(9, 9, 9) }'
    );
    for (const name of ['timeline', 'start', 'end']) expect(getComputedStyle(part(player, name)).outlineWidth, name).to.equal('3px');
    const menu = part<HTMLElementTagNameMap['jet-menu']>(player, 'settings');
    menu.show();
    await menu.updateComplete;
    const colour = (name: string) => getComputedStyle(menu.shadowRoot!.querySelector(`[part=${name}]`)!).color;
    expect(colour('icon')).to.equal('rgb(9, 9, 9)');
    expect(colour('note')).to.equal('rgb(9, 9, 9)');
    menu.shadowRoot!.querySelector<HTMLElement>('[data-key=quality]')!.click();
    await menu.updateComplete;
    expect(colour('tick')).to.equal('rgb(9, 9, 9)');
  });
});
